import { chainCommits } from '../reports/chainCommits';
import { collectParts } from '../reports/collectParts';
import { isMergeMessage } from '../reports/isMergeMessage';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { readReverts } from '../reports/readText';
import {
  repositorySubjects,
  source,
  type AzureDevOpsContext,
} from './AzureDevOpsContext';

/** https://learn.microsoft.com/azure/devops/service-hooks/events#code-pushed */
export function azureDevOpsPush({
  resource,
}: AzureDevOpsContext): ParsedDelivery {
  const repository = resource.at('repository');
  const branches = resource
    .at('refUpdates')
    .list()
    .filter(update => update.at('name').word?.startsWith('refs/heads/'));
  const branch = repository.at('defaultBranch').optionalText();
  const update = branches.find(each => each.at('name').word === branch);
  if (!update) {
    return { facts: [], ignored: 'not a push to the default branch' };
  }
  if (branches.length > 1) {
    return {
      facts: [],
      ignored: 'a push to several branches, which does not say whose commits',
    };
  }
  const commits = resource.at('commits').items;
  if (commits.length === 0) {
    return { facts: [], ignored: 'a push without commits' };
  }
  const subjects = repositorySubjects(repository);
  const prefix = `${source}:commit:${repository.at('id').identifier()}`;
  const chain = chainCommits({
    commits,
    idField: 'commitId',
    before: update.at('oldObjectId').maybeSha,
    after: update.at('newObjectId').maybeSha,
  });
  return collectParts(chain, ({ commit, parent }) => {
    const sha = commit.at('commitId').sha();
    const committedAt = commit.at('committer', 'date').instant();
    return [
      {
        kind: 'change',
        id: `${prefix}:${sha}`,
        source,
        subjects,
        sha,
        committedAt,
        parent,
        isMerge: isMerge(commit),
        reverts: readReverts(commit.at('comment').word),
        url: commit.at('url').url,
        updatedAt: committedAt,
        sequence: 0,
      },
    ];
  });
}

function isMerge(commit: PayloadReader): boolean | undefined {
  const parents = commit.at('parents').items;
  const message = commit.at('comment').word;
  if (parents.length > 0) {
    return parents.length > 1;
  }
  // What Azure DevOps writes for a merge and for a squash alike.
  return /^Merged PR \d/.test(message ?? '')
    ? undefined
    : isMergeMessage(message);
}
