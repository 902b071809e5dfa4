import type { Report } from '@portal/plugin-dora-common';
import { chainCommits } from '../reports/chainCommits';
import { collectParts } from '../reports/collectParts';
import { isMergeMessage } from '../reports/isMergeMessage';
import type { ParsedDelivery } from '../reports/Parser';
import { readReverts } from '../reports/readText';
import {
  gitlabProject,
  gitlabSubjects,
  type GitlabContext,
} from './GitlabContext';

const prerelease = /^v?\d+\.\d+\.\d+-/;

/**
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events
 *
 * Of more than 20 commits GitLab lists the newest ones only.
 */
export function gitlabPush(context: GitlabContext): ParsedDelivery {
  const { payload, source } = context;
  const branch = payload.at('project', 'default_branch').text();
  if (payload.at('ref').text() !== `refs/heads/${branch}`) {
    return { facts: [], ignored: 'not a push to the default branch' };
  }
  const commits = payload.at('commits').list();
  if (commits.length === 0) {
    return { facts: [], ignored: 'a push without commits' };
  }
  const subjects = gitlabSubjects(context);
  const prefix = `${source}:commit:${gitlabProject(payload)}`;
  const total = payload.at('total_commits_count');
  const isWhole = total.isMissing || total.count() <= commits.length;
  const chain = chainCommits({
    commits,
    idField: 'id',
    before: isWhole ? payload.at('before').maybeSha : undefined,
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

/**
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#tag-events
 *
 * A tag event has no time of its own: that of the tagged commit is taken, until a release says better.
 */
export function gitlabTagPush(context: GitlabContext): ParsedDelivery {
  const { payload, source } = context;
  const tag = payload.at('ref').text().replace('refs/tags/', '');
  const sha = payload.at('checkout_sha').optionalSha();
  const commit = payload
    .at('commits')
    .items.find(each => each.at('id').maybeSha === sha);
  if (sha === undefined || !commit) {
    return {
      facts: [],
      ignored: 'the removal of a tag, or a tag without the time of its commit',
    };
  }
  const releasedAt = commit.at('timestamp').instant();
  return {
    facts: [
      {
        kind: 'release',
        id: `${source}:tag:${gitlabProject(payload)}:${tag}`,
        source,
        subjects: gitlabSubjects(context),
        tag,
        sha,
        releasedAt,
        isPrerelease: prerelease.test(tag),
        updatedAt: releasedAt,
        sequence: 0,
      },
    ],
  };
}

/** https://docs.gitlab.com/user/project/integrations/webhook_events/#release-events */
export function gitlabRelease(context: GitlabContext): ParsedDelivery {
  const { payload, options, source } = context;
  if (payload.at('action').word === 'delete') {
    return { facts: [], ignored: 'the removal of a release' };
  }
  const tag = payload.at('tag').text();
  const released = payload.at('released_at');
  const releasedAt = (
    released.isMissing ? payload.at('created_at') : released
  ).instant();
  const isPrerelease = prerelease.test(tag);
  const place = `${gitlabProject(payload)}:${tag}`;
  const shared = {
    source,
    subjects: gitlabSubjects(context),
    sha: payload.at('commit', 'id').maybeSha,
    url: payload.at('url').url,
    updatedAt: releasedAt,
    sequence: 1,
  };
  const facts: Report[] = [
    {
      ...shared,
      kind: 'release',
      id: `${source}:tag:${place}`,
      tag,
      releasedAt,
      isPrerelease,
    },
  ];
  if (options.deployReleases && !isPrerelease) {
    facts.push({
      ...shared,
      kind: 'deployment',
      id: `${source}:release-deployment:${place}`,
      environment: options.deployReleases.environment,
      version: tag,
      finishedAt: releasedAt,
      result: 'success',
    });
  }
  return { facts };
}
