import type { ReportedPullRequest } from '@portal/plugin-dora-common';
import type { PayloadReader } from '../sources/reports/PayloadReader';

const ranks = { open: 0, closed: 1, merged: 2 };

/**
 * A pull or merge request as a line of an import tells of it. Its times decide whether it is open, closed or merged.
 *
 * @throws InputError naming the path.
 */
export function readImportedPullRequest(
  place: PayloadReader,
): ReportedPullRequest {
  place.requireFields([
    'type',
    'id',
    'entityRef',
    'number',
    'openedAt',
    'firstCommitAt',
    'firstReviewAt',
    'mergedAt',
    'mergeSha',
    'closedAt',
    'url',
    'updatedAt',
  ]);
  const openedAt = place.at('openedAt').instant();
  const mergedAt = place.at('mergedAt').optionalInstant();
  const closedAt = place.at('closedAt').optionalInstant();
  const end = mergedAt ?? closedAt;
  if (end !== undefined && end < openedAt) {
    place
      .at(mergedAt === undefined ? 'closedAt' : 'mergedAt')
      .fail(
        `an instant that is not before ${new Date(openedAt).toISOString()}`,
      );
  }
  const ended = closedAt === undefined ? 'open' : 'closed';
  const state = mergedAt === undefined ? ended : 'merged';
  return {
    kind: 'pull-request',
    id: `generic:pull-request:${place.at('id').identifier()}`,
    source: 'generic',
    subjects: [],
    number: place.at('number').count(),
    openedAt,
    firstCommitAt: place.at('firstCommitAt').optionalInstant(),
    firstReviewAt: place.at('firstReviewAt').optionalInstant(),
    state,
    ...(mergedAt !== undefined && {
      mergedAt,
      mergeSha: place.at('mergeSha').optionalSha(),
    }),
    url: place.at('url').url,
    updatedAt: place.at('updatedAt').optionalInstant() ?? end ?? openedAt,
    sequence: ranks[state],
  };
}
