import type { ActivityState } from '@portal/plugin-activity-common';
import { createActivity } from '../createActivity';
import type { ParsedActivity } from '../ParsedActivity';
import type { Payload } from '../Payload';
import { loginOf, type GithubContext } from './GithubContext';

/** What became of a pull request, when and by whom. `again`: what tells it from an earlier time. */
export type PullRequestStep = {
  state: ActivityState;
  at: Date | undefined;
  actor?: string;
  again?: string;
};

/** A step of a pull request. */
export function githubPullRequest(
  context: GithubContext,
  pull: Payload,
  step: PullRequestStep,
): ParsedActivity[] {
  const { state, at, actor, again } = step;
  return createActivity({
    ...context,
    kind: 'pull-request',
    id: [pull.at('number').id(), state, ...(again ? [again] : [])],
    title: pull.at('title').text(),
    detail: placeOf(pull),
    actor,
    at,
    rank: context.weight,
    url: pull.at('html_url').url(),
    state,
  });
}

/** The steps that a pull request shows of itself, as lists of the REST API have it. */
export function githubPullRequestSteps(
  context: GithubContext,
  pull: Payload,
): ParsedActivity[] {
  const merged = pull.at('merged_at').instant();
  const closed = pull.at('closed_at').instant();
  const steps: PullRequestStep[] = [
    {
      state: 'opened',
      at: pull.at('created_at').instant(),
      actor: loginOf(pull.at('user')),
    },
  ];
  if (merged) {
    steps.push({ state: 'merged', at: merged });
  } else if (closed) {
    steps.push({ state: 'closed', at: closed, again: closed.toISOString() });
  }
  return steps.flatMap(step => githubPullRequest(context, pull, step));
}

const verdicts: Record<string, ActivityState> = {
  approved: 'approved',
  changes_requested: 'changes-requested',
  commented: 'commented',
  dismissed: 'dismissed',
};

/** A review. */
export function githubReview(
  context: GithubContext,
  review: Payload,
  pull: Payload,
): ParsedActivity[] {
  const number = pull.at('number').id();
  const state = verdicts[review.at('state').text()?.toLowerCase() ?? ''];
  return state === undefined
    ? []
    : createActivity({
        ...context,
        kind: 'review',
        // A review that is dismissed is the same review.
        id: [review.at('id').id()],
        title: pull.at('title').text() ?? `Pull request #${number}`,
        detail: placeOf(pull),
        actor: loginOf(review.at('user')),
        at: review.at('submitted_at').instant(),
        rank: (state === 'dismissed' ? 2 : 0) + context.weight,
        url: review.at('html_url').url(),
        state,
      });
}

/** Such as `#42 into main`. */
function placeOf(pull: Payload): string | undefined {
  const number = pull.at('number').id();
  const base = pull.at('base', 'ref').text(100);
  return number && `#${number}${base ? ` into ${base}` : ''}`;
}
