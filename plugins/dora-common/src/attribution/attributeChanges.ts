import type { CommitGraph } from './CommitGraph';
import { GrowingInt32Array } from './GrowingInt32Array';

/** How many commits are visited between two pauses. */
const pace = 50_000;

/**
 * The first deployment that reaches each commit through its parents, as the deployment's place in order, or -1.
 *
 * @remarks
 *
 * A generator that pauses every so often, so that a server can answer others while millions of commits are walked.
 * Each commit is visited once; a history with a cycle, which only a forged one can have, ends as well.
 *
 * @param options - `deployments` holds the deployed commits in the order of deployment.
 * @public
 */
export function* attributeChanges(options: {
  graph: CommitGraph;
  deployments: ArrayLike<number>;
}): Generator<void, Int32Array> {
  const { graph, deployments } = options;
  const owners = new Int32Array(graph.size).fill(-1);
  const stack = GrowingInt32Array.create();
  let visited = 0;
  for (let place = 0; place < deployments.length; place += 1) {
    stack.push(deployments[place]);
    while (stack.length > 0) {
      const commit = stack.pop();
      if (owners[commit] === -1) {
        owners[commit] = place;
        graph.pushParents(commit, stack);
        visited += 1;
        if (visited % pace === 0) {
          yield;
        }
      }
    }
  }
  return owners;
}
