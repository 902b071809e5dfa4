import webhooks from '@octokit/webhooks-examples';

/*
 * The objects are those of GitHub's own examples of webhooks, with other ids and dates. The REST API answers the same
 * objects: https://docs.github.com/en/rest/deployments/deployments, .../deployments/statuses, .../pulls/pulls,
 * .../pulls/reviews and .../releases/releases. Commits of a pull request, which no webhook sends, are written to the
 * schema of https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request
 */

const hour = 3_600_000;

type Example = Record<string, unknown>;

export type SampleDeployment = {
  deployment: Example & { id: number };
  /** Newest first, as GitHub lists them. */
  statuses: Example[];
};

export type SamplePull = {
  pull: Example & { id: number; number: number };
  commits: unknown[];
  reviews: Example[];
};

export type SampleRepository = {
  repository: Example;
  deployments: SampleDeployment[];
  pulls: SamplePull[];
  releases: Example[];
};

function example(event: string, field: string): Example {
  const found = webhooks.find(({ name }) => name === event)!.examples;
  return Reflect.get(
    found.find(each => field in each)!,
    field,
  ) as unknown as Example;
}

function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function sampleSha(n: number): string {
  return n.toString(16).padStart(40, 'a');
}

export function sampleDeployment(options: {
  n: number;
  at: number;
  states?: readonly string[];
}): SampleDeployment {
  const { n, at, states = ['in_progress', 'success'] } = options;
  return {
    deployment: {
      ...example('deployment', 'deployment'),
      id: 1000 + n,
      sha: sampleSha(n),
      created_at: instant(at),
      updated_at: instant(at),
    },
    statuses: states
      .map((state, index) => ({
        ...example('deployment_status', 'deployment_status'),
        id: 100_000 + n * 10 + index,
        state,
        environment: 'production',
        created_at: instant(at + (index + 1) * 60_000),
      }))
      .reverse(),
  };
}

export function samplePull(options: {
  n: number;
  /** When it was merged, or closed. */
  at: number;
  isMerged?: boolean;
}): SamplePull {
  const { n, at, isMerged = true } = options;
  const commit = (date: number) => ({
    sha: sampleSha(n),
    commit: {
      author: { name: 'A', email: 'a@example.com', date: instant(date) },
      committer: { name: 'A', email: 'a@example.com', date: instant(at) },
      message: 'Add it',
    },
  });
  const review = (id: number, user: number, date: number) => ({
    ...example('pull_request_review', 'review'),
    id,
    user: { id: user },
    submitted_at: instant(date),
  });
  return {
    pull: {
      ...example('pull_request', 'pull_request'),
      id: 5000 + n,
      number: n,
      state: 'closed',
      user: { id: 1 },
      created_at: instant(at - 10 * hour),
      updated_at: instant(at),
      closed_at: instant(at),
      merged_at: isMerged ? instant(at) : null,
      merge_commit_sha: sampleSha(n),
    },
    commits: [commit(at - 20 * hour), commit(at - 15 * hour)],
    // Those of requests that were not merged are not asked for.
    reviews: !isMerged
      ? []
      : [
          review(n * 10, 1, at - 9 * hour),
          review(n * 10 + 1, 2, at - 8 * hour),
          review(n * 10 + 2, 3, at - 7 * hour),
        ],
  };
}

export function sampleRelease(options: { n: number; at: number }): Example {
  const { n, at } = options;
  return {
    ...example('release', 'release'),
    id: 9000 + n,
    tag_name: `v1.${n}.0`,
    created_at: instant(at),
    published_at: instant(at),
    draft: false,
  };
}

/** A repository with `count` of each, an hour apart, newest first. */
export function sampleRepository(options: {
  slug: string;
  count: number;
  now: number;
  /** What is added to all numbers, so that those of two repositories differ. */
  from?: number;
}): SampleRepository {
  const { slug, count, now, from = 0 } = options;
  const numbers = Array.from(
    { length: count },
    (_, index) => from + count - index,
  );
  const at = (n: number) => now - (from + count - n + 1) * hour;
  return {
    repository: {
      ...example('deployment', 'repository'),
      full_name: slug,
      html_url: `https://github.com/${slug}`,
    },
    deployments: numbers.map(n => sampleDeployment({ n, at: at(n) })),
    pulls: numbers.map(n => samplePull({ n, at: at(n) })),
    releases: numbers.map(n => sampleRelease({ n, at: at(n) })),
  };
}

/** What GitHub's webhooks say of all that is in a repository, as event and payload. */
export function webhooksOf(
  sample: SampleRepository,
): { event: string; body: object }[] {
  const { repository } = sample;
  return [
    ...sample.deployments.flatMap(({ deployment, statuses }) => [
      {
        event: 'deployment',
        body: { action: 'created', deployment, repository },
      },
      ...statuses.map(status => ({
        event: 'deployment_status',
        body: {
          action: 'created',
          deployment,
          deployment_status: status,
          repository,
        },
      })),
    ]),
    ...sample.pulls.flatMap(({ pull, reviews }) => [
      {
        event: 'pull_request',
        body: { action: 'closed', pull_request: pull, repository },
      },
      ...reviews.map(review => ({
        event: 'pull_request_review',
        body: { action: 'submitted', pull_request: pull, review, repository },
      })),
    ]),
    ...sample.releases.map(release => ({
      event: 'release',
      body: { action: 'published', release, repository },
    })),
  ];
}
