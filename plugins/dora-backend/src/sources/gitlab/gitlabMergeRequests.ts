import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { gitlabSubjects, type GitlabContext } from './GitlabContext';

const states = new Map<string, 'open' | 'closed' | 'merged'>([
  ['opened', 'open'],
  // For a moment, while it is being merged.
  ['locked', 'open'],
  ['closed', 'closed'],
  ['merged', 'merged'],
]);
const ranks = { open: 0, closed: 1, merged: 2 };

/** https://docs.gitlab.com/user/project/integrations/webhook_events/#merge-request-events */
export function gitlabMergeRequest(context: GitlabContext): ParsedDelivery {
  const { payload, source, receivedAt } = context;
  const request = payload.at('object_attributes');
  const updatedAt = request.at('updated_at').instant();
  const shared = {
    kind: 'pull-request' as const,
    id: `${source}:merge-request:${request.at('id').identifier()}`,
    source,
    subjects: gitlabSubjects(context),
    number: request.at('iid').count(),
    openedAt: request.at('created_at').instant(),
    url: request.at('url').url,
    updatedAt,
  };
  const action = request.at('action').word;
  if (action === 'approved' || action === 'approval') {
    // An approval has no time of its own and leaves `updated_at` as it is; of several receptions the earliest counts.
    const user = payload.at('user', 'id');
    return !user.isMissing && user.value === request.at('author_id').value
      ? { facts: [], ignored: 'an approval by the author is no review' }
      : { facts: [{ ...shared, firstReviewAt: receivedAt, sequence: 0 }] };
  }
  const state = states.get(request.at('state').text());
  if (!state) {
    return {
      facts: [],
      ignored: 'the state of the merge request is not known',
    };
  }
  const isMerge = state === 'merged';
  // Only the merge itself says when it was: GitLab sends `updated_at` alone, which later updates move.
  if (isMerge && action !== 'merge' && request.at('merged_at').isMissing) {
    return { facts: [], ignored: 'an update after the merge' };
  }
  return {
    facts: [
      {
        ...shared,
        state,
        ...(isMerge && {
          mergedAt: request.at('merged_at').optionalInstant() ?? updatedAt,
          mergeSha: mergeShaOf(request),
        }),
        sequence: ranks[state],
      },
    ],
  };
}

// With a fast-forward, the last commit is the one on the branch.
function mergeShaOf(request: PayloadReader): string | undefined {
  return (
    request.at('merge_commit_sha').optionalSha() ??
    request.at('squash_commit_sha').optionalSha() ??
    request.at('last_commit', 'id').maybeSha
  );
}
