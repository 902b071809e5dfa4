import fc from 'fast-check';
import { attributeChanges } from './attributeChanges';
import { attributeFailures } from './attributeFailures';
import { CommitGraph } from './CommitGraph';
import { countChanges } from './countChanges';
import { GrowingInt32Array } from './GrowingInt32Array';

function run<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) {
    step = steps.next();
  }
  return step.value;
}

/** Any graph, cycles included, with its deployments. */
const arbitrary = fc.integer({ min: 1, max: 30 }).chain(size =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
      maxLength: 80,
    }),
    deployments: fc.uniqueArray(fc.nat(size - 1), { maxLength: 8 }),
    reverts: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
      maxLength: 10,
    }),
  }),
);

function reachable(from: number, edges: [number, number][]): Set<number> {
  const found = new Set([from]);
  for (const one of found) {
    edges
      .filter(([child]) => child === one)
      .forEach(([, parent]) => found.add(parent));
  }
  return found;
}

describe('attribution', () => {
  it('gives each commit to the first deployment that reaches it', () => {
    fc.assert(
      fc.property(arbitrary, ({ size, edges, deployments }) => {
        const graph = CommitGraph.create({ size });
        edges.forEach(([child, parent]) => graph.addParent(child, parent));
        const owners = run(attributeChanges({ graph, deployments }));
        const reached = deployments.map(commit => reachable(commit, edges));
        for (let commit = 0; commit < size; commit += 1) {
          expect(owners[commit]).toBe(
            reached.findIndex(set => set.has(commit)),
          );
        }
        const changes = countChanges({
          deployments: deployments.length,
          owners,
        });
        expect(Array.from(changes)).toEqual(
          deployments.map((_, place) =>
            place === 0 ? 0 : owners.filter(owner => owner === place).length,
          ),
        );
      }),
    );
  });

  it('finds the earliest repair of a failed deployment, and charges nothing to the baseline', () => {
    fc.assert(
      fc.property(arbitrary, ({ size, edges, deployments, reverts }) => {
        const graph = CommitGraph.create({ size });
        edges.forEach(([child, parent]) => graph.addParent(child, parent));
        const owners = run(attributeChanges({ graph, deployments }));
        const { recoveredBy, rework } = attributeFailures({
          deployments: deployments.length,
          owners,
          reverting: reverts.map(([commit]) => commit),
          reverted: reverts.map(([, commit]) => commit),
        });
        deployments.forEach((_, place) => {
          const repairs = reverts
            .filter(
              ([by, of]) =>
                owners[of] === place && owners[by] > place && place > 0,
            )
            .map(([by]) => owners[by]);
          expect(recoveredBy[place]).toBe(
            repairs.length ? Math.min(...repairs) : -1,
          );
          expect(rework[place]).toBe(
            Array.from(recoveredBy).includes(place) ? 1 : 0,
          );
        });
      }),
    );
  });

  it('pauses on long histories', () => {
    const size = 200_000;
    const graph = CommitGraph.create({ size });
    for (let commit = 1; commit < size; commit += 1) {
      graph.addParent(commit, commit - 1);
    }
    let pauses = 0;
    const steps = attributeChanges({ graph, deployments: [size - 1] });
    while (!steps.next().done) {
      pauses += 1;
    }
    expect(pauses).toBe(4);
  });
});

describe('GrowingInt32Array', () => {
  it('is a stack and a list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), values => {
        const list = GrowingInt32Array.create({ capacity: 1 });
        values.forEach(value => list.push(value));
        expect(Array.from(list.toArray())).toEqual(values);
        expect(values.map(() => list.pop())).toEqual([...values].reverse());
        expect([list.pop(), list.length]).toEqual([-1, 0]);
      }),
    );
  });
});
