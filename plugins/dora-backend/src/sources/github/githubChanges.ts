import type { Report } from '@portal/plugin-dora-common';
import { chainCommits } from '../reports/chainCommits';
import { collectParts } from '../reports/collectParts';
import { isMergeMessage } from '../reports/isMergeMessage';
import type { ParsedDelivery } from '../reports/Parser';
import { readReverts } from '../reports/readText';
import { githubSubjects, type GithubContext } from './GithubContext';

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
export function githubPush({ payload, source }: GithubContext): ParsedDelivery {
  const repository = payload.at('repository');
  const branch = repository.at('default_branch').text();
  if (payload.at('ref').text() !== `refs/heads/${branch}`) {
    return { facts: [], ignored: 'not a push to the default branch' };
  }
  const commits = payload.at('commits').list();
  if (commits.length === 0) {
    return { facts: [], ignored: 'a push without commits' };
  }
  const subjects = githubSubjects(payload);
  const prefix = `${source}:commit:${repository.at('id').identifier()}`;
  const chain = chainCommits({
    commits,
    idField: 'id',
    // What a forced push leaves behind is no part of the branch any more.
    before:
      payload.at('forced').value === true
        ? undefined
        : payload.at('before').maybeSha,
    after: payload.at('after').maybeSha,
  });
  return collectParts(chain, ({ commit, parent }) => {
    const message = commit.at('message').word;
    const sha = commit.at('id').sha();
    const committedAt = commit.at('timestamp').instant();
    return [
      {
        kind: 'change',
        id: `${prefix}:${sha}`,
        source,
        subjects,
        sha,
        committedAt,
        parent,
        isMerge: isMergeMessage(message),
        reverts: readReverts(message),
        url: commit.at('url').url,
        updatedAt: committedAt,
        sequence: 0,
      },
    ];
  });
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#release */
export function githubRelease(context: GithubContext): ParsedDelivery {
  const { payload, options, source } = context;
  if (payload.at('action').word !== 'published') {
    return { facts: [], ignored: 'not the publication of a release' };
  }
  const release = payload.at('release');
  const id = release.at('id').identifier();
  const tag = release.at('tag_name').text();
  const releasedAt = release.at('published_at').instant();
  const isPrerelease = release.at('prerelease').value === true;
  const shared = {
    source,
    subjects: githubSubjects(payload),
    // Mostly the name of a branch, which says nothing of the commit.
    sha: release.at('target_commitish').maybeSha,
    url: release.at('html_url').url,
    updatedAt: releasedAt,
    sequence: 0,
  };
  const facts: Report[] = [
    {
      ...shared,
      kind: 'release',
      id: `${source}:release:${id}`,
      tag,
      releasedAt,
      isPrerelease,
    },
  ];
  if (options.deployReleases && !isPrerelease) {
    facts.push({
      ...shared,
      kind: 'deployment',
      id: `${source}:release-deployment:${id}`,
      environment: options.deployReleases.environment,
      version: tag,
      finishedAt: releasedAt,
      result: 'success',
    });
  }
  return { facts };
}
