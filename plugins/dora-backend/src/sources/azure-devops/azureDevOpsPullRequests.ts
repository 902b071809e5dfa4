import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import {
  repositorySubjects,
  source,
  type AzureDevOpsContext,
} from './AzureDevOpsContext';

const states = new Map<string, 'open' | 'closed' | 'merged'>([
  ['active', 'open'],
  ['abandoned', 'closed'],
  ['completed', 'merged'],
]);
const ranks = { open: 0, closed: 1, merged: 2 };

/**
 * https://learn.microsoft.com/azure/devops/service-hooks/events#pull-request-created, -updated and -merge-attempted: each
 * has the whole pull request, and a merge that was tried is no merge until the status says so.
 */
export function azureDevOpsPullRequest(
  context: AzureDevOpsContext,
): ParsedDelivery {
  const { resource, createdAt } = context;
  const state = states.get(resource.at('status').text().toLowerCase());
  if (!state) {
    return { facts: [], ignored: 'the state of the pull request is not known' };
  }
  const repository = resource.at('repository');
  const number = resource.at('pullRequestId').count();
  return {
    facts: [
      {
        kind: 'pull-request',
        id: `${source}:pull-request:${repository
          .at('id')
          .identifier()}:${number}`,
        source,
        subjects: repositorySubjects(repository),
        number,
        openedAt: resource.at('creationDate').instant(),
        // A vote has no time: this is the first event that tells one.
        ...(hasVote(resource) && { firstReviewAt: createdAt }),
        state,
        ...(state === 'merged' && {
          mergedAt: resource.at('closedDate').optionalInstant() ?? createdAt,
          mergeSha: resource.at('lastMergeCommit', 'commitId').maybeSha,
        }),
        url: pageOf(repository, number),
        updatedAt: createdAt,
        sequence: ranks[state],
      },
    ],
  };
}

function hasVote(resource: PayloadReader): boolean {
  const author = resource.at('createdBy', 'id');
  return resource.at('reviewers').items.some(reviewer => {
    const vote = reviewer.at('vote').value;
    return (
      typeof vote === 'number' &&
      vote !== 0 &&
      // The votes of its members count for a group.
      reviewer.at('isContainer').value !== true &&
      (author.isMissing || reviewer.at('id').value !== author.value)
    );
  });
}

function pageOf(repository: PayloadReader, number: number): string | undefined {
  const remote = repository.at('remoteUrl').url;
  if (remote === undefined) {
    return undefined;
  }
  const url = new URL(remote);
  return `${url.origin}${url.pathname.replace(
    /\/$/,
    '',
  )}/pullrequest/${number}`;
}
