import { mergeReports, type Report } from '@portal/plugin-dora-common';
import * as fc from 'fast-check';
import { createGithubParser } from '../github';
import { sampleRepository, webhooksOf } from './__testUtils__/sampleRepository';
import { GithubRestReports } from './GithubRestReports';

const now = Date.UTC(2026, 0, 31);
const sample = sampleRepository({ slug: 'Team/Shop', count: 2, now });

function pulled(host: string): Report[] {
  const reports = GithubRestReports.create({
    parse: createGithubParser({ deployReleases: {} }),
    host,
    repository: sample.repository,
    now,
  });
  sample.deployments.forEach(({ deployment, statuses }) =>
    reports.addDeployment(deployment, statuses),
  );
  sample.pulls.forEach(({ pull, commits, reviews }) =>
    reports.addPullRequest(pull, commits, reviews),
  );
  sample.releases.forEach(release => reports.addRelease(release));
  expect(reports.rejected).toEqual([]);
  return reports.facts;
}

function sent(host: string): Report[] {
  return webhooksOf(sample).flatMap(
    ({ event, body }) =>
      createGithubParser({ deployReleases: {} })({
        sender: 'github',
        event,
        body,
        receivedAt: new Date(now).toISOString(),
        headers: { 'x-github-enterprise-host': host },
      }).facts,
  );
}

describe('GithubRestReports', () => {
  it.each(['github.com', 'git.example.com'])(
    'makes one fact with the webhooks of %s, in any order',
    host => {
      const all = [...pulled(host), ...sent(host)];
      const merged = mergeReports(all);
      const webhooks = mergeReports(sent(host));
      expect(merged.map(({ id }) => id)).toEqual(webhooks.map(({ id }) => id));
      expect(
        merged.map(each => ({ ...each, firstCommitAt: undefined })),
      ).toEqual(webhooks.map(each => ({ ...each, firstCommitAt: undefined })));
      expect(merged.filter(each => 'firstCommitAt' in each)).toHaveLength(2);
      fc.assert(
        fc.property(
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.subarray(all),
          (shuffled, repeated) => {
            expect(mergeReports([...shuffled, ...repeated])).toEqual(merged);
          },
        ),
        { numRuns: 50 },
      );
    },
  );
});
