import { commitCount } from '../commitCount';
import { createActivity } from '../createActivity';
import type { ParsedActivity } from '../ParsedActivity';
import type { Payload } from '../Payload';
import { isNothing, readRef } from '../readRef';
import type { GithubContext } from './GithubContext';

/**
 * A push, of a webhook (https://docs.github.com/en/webhooks/webhook-events-and-payloads#push) or of the REST API's list of events,
 * which names the new commit `head` and knows of no commits.
 */
export function githubPush(
  context: GithubContext,
  push: Payload,
  told: { actor?: string; at?: Date },
): ParsedActivity[] {
  const ref = readRef(push.at('ref').name());
  const before = push.at('before').name(64);
  const after = push.at('after').name(64) ?? push.at('head').name(64);
  if (!ref) {
    return [];
  }
  const commits = push.at('commits').list();
  const last = push.at('head_commit').isThere
    ? push.at('head_commit')
    : commits.at(-1);
  const message = last?.at('message').text(200);
  const isNew = isNothing(before);
  const isGone = isNothing(after);
  const isPlain = ref.type === 'Branch' && !isGone && message !== undefined;
  return createActivity({
    ...context,
    kind: 'push',
    id: [ref.type, ref.name, before, after],
    title: isPlain ? message : `${ref.type} ${ref.name}`,
    detail: isPlain ? commitCount(commits.length, ref.name) : undefined,
    actor: told.actor,
    at: told.at,
    rank: context.weight,
    url: push.at('compare').url(),
    state: stateOf(push, isNew, isGone),
  });
}

function stateOf(push: Payload, isNew: boolean, isGone: boolean) {
  if (isGone) {
    return 'deleted';
  }
  if (isNew) {
    return 'created';
  }
  return push.at('forced').isTrue ? 'forced' : undefined;
}
