import type { ParsedDelivery } from '../reports/Parser';
import { githubSubjects, type GithubContext } from './GithubContext';

const actions = new Set(['opened', 'reopened', 'ready_for_review', 'closed']);
const ranks = { open: 0, closed: 1, merged: 2 };

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
export function githubPullRequest(context: GithubContext): ParsedDelivery {
  const { payload } = context;
  if (!actions.has(payload.at('action').text())) {
    return { facts: [], ignored: 'neither opened nor closed' };
  }
  const pull = payload.at('pull_request');
  const mergedAt = pull.at('merged_at').optionalInstant();
  const ended = pull.at('state').text() === 'closed' ? 'closed' : 'open';
  const state = mergedAt === undefined ? ended : 'merged';
  return {
    facts: [
      {
        ...pullRequestOf(context),
        state,
        ...(mergedAt !== undefined && {
          mergedAt,
          mergeSha: pull.at('merge_commit_sha').optionalSha(),
        }),
        updatedAt: pull.at('updated_at').instant(),
        sequence: ranks[state],
      },
    ],
  };
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request_review */
export function githubPullRequestReview(
  context: GithubContext,
): ParsedDelivery {
  const { payload } = context;
  const review = payload.at('review');
  if (
    payload.at('action').word !== 'submitted' ||
    review.at('submitted_at').isMissing
  ) {
    return { facts: [], ignored: 'not the submission of a review' };
  }
  const reviewer = review.at('user', 'id');
  const author = payload.at('pull_request', 'user', 'id');
  if (!reviewer.isMissing && reviewer.value === author.value) {
    return { facts: [], ignored: 'an answer of the author is no review' };
  }
  const firstReviewAt = review.at('submitted_at').instant();
  return {
    facts: [
      {
        ...pullRequestOf(context),
        firstReviewAt,
        updatedAt: firstReviewAt,
        sequence: 0,
      },
    ],
  };
}

function pullRequestOf({ payload, source }: GithubContext) {
  const pull = payload.at('pull_request');
  return {
    kind: 'pull-request' as const,
    id: `${source}:pull-request:${pull.at('id').identifier()}`,
    source,
    subjects: githubSubjects(payload),
    number: pull.at('number').count(),
    openedAt: pull.at('created_at').instant(),
    url: pull.at('html_url').url,
  };
}
