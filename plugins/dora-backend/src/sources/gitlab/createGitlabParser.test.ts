import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { expectSameInAnyOrder } from '../reports/__testUtils__/expectSameInAnyOrder';
import {
  deployment,
  gitlabPayloads,
  issue,
  mergeRequest,
  pipeline,
  push,
  release,
  shas,
  tagPush,
} from './__fixtures__/gitlabPayloads';
import { createGitlabParser } from './createGitlabParser';
import type { GitlabOptions } from './GitlabContext';

const receivedAt = '2026-01-31T09:30:00.000Z';
const headers = { 'x-gitlab-instance': 'https://gitlab.com' };
const options: GitlabOptions = {
  deployPipelines: [{ name: 'deploy *', environment: 'production' }],
  deployReleases: {},
};

function parse<T extends { object_kind: string }>(
  body: T,
  changed: { headers?: Record<string, string>; options?: GitlabOptions } = {},
): ParsedDelivery {
  const delivery = {
    sender: 'gitlab',
    event: body.object_kind,
    body,
    receivedAt,
    headers: changed.headers ?? headers,
  };
  return createGitlabParser(changed.options ?? options)(delivery);
}

function withAttributes<T extends { object_attributes: object }>(
  body: T,
  changed: object,
): T {
  const attributes = { ...body.object_attributes, ...changed };
  return { ...body, object_attributes: attributes };
}

describe('createGitlabParser', () => {
  it('reads an event of a deployment', () => {
    const parsed = parse(deployment);
    expectGoodForm(parsed, Date.parse(receivedAt));
    const at = Date.UTC(2026, 0, 28, 19, 50);
    const instance = { annotation: 'gitlab.com/instance', value: 'gitlab.com' };
    const slug = {
      annotation: 'gitlab.com/project-slug',
      value: 'Team/shop',
      ignoreCase: true,
    };
    const id = { annotation: 'gitlab.com/project-id', value: '30' };
    expect(parsed.facts).toEqual([
      {
        kind: 'deployment',
        id: 'gitlab:deployment:15',
        source: 'gitlab',
        subjects: [
          { ...slug, within: instance },
          { ...id, within: instance },
          slug,
          id,
        ],
        environment: 'staging',
        sha: shas.second,
        version: 'v1.4.0',
        url: deployment.deployable_url,
        updatedAt: at,
        sequence: 2,
        finishedAt: at,
        result: 'success',
      },
    ]);
    const byApi = { ...deployment, environment: null, deployable_url: null };
    expect(parse(byApi).facts).toMatchObject([
      { environment: undefined, url: undefined },
    ]);
  });

  it('gives one deployment for its life in any order', () => {
    const at = (status: string, time: string) =>
      parse({ ...deployment, status, status_changed_at: time }).facts;
    const facts = [
      ...at('created', '2026-01-28 21:40:00 +0200'),
      ...at('running', '2026-01-28 21:41:00 +0200'),
      ...at('failed', '2026-01-28 21:50:00 +0200'),
    ];
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        result: 'failure',
        startedAt: Date.UTC(2026, 0, 28, 19, 41),
        finishedAt: Date.UTC(2026, 0, 28, 19, 50),
      },
    ]);
    expect(parse({ ...deployment, status: 'blocked' }).ignored).toBeDefined();
  });

  it('takes pipelines only where they are set as ones that deploy', () => {
    expect(parse(pipeline).facts).toMatchObject([
      {
        id: 'gitlab:pipeline:31',
        environment: 'production',
        sha: shas.second,
        version: undefined,
        result: 'success',
        startedAt: Date.UTC(2026, 0, 12, 15, 23, 28),
        finishedAt: Date.UTC(2026, 0, 12, 15, 26, 29),
      },
    ]);
    const byRef = { deployPipelines: [{ ref: 'main' }] };
    expect(parse(pipeline, { options: byRef }).facts).toMatchObject([
      { environment: undefined },
    ]);
    const ofRequest = withAttributes(pipeline, {
      source: 'merge_request_event',
    });
    for (const [body, rules] of [
      [pipeline, {}],
      [pipeline, { deployPipelines: [{}] }],
      [ofRequest, byRef],
    ] as const) {
      expect(parse(body, { options: rules }).ignored).toMatch(/not set/);
    }
    const retried = [
      withAttributes(pipeline, { status: 'failed' }),
      withAttributes(pipeline, { status: 'running', finished_at: null }),
      withAttributes(pipeline, { finished_at: '2026-01-12 16:00:00 UTC' }),
    ].flatMap(body => parse(body).facts);
    expect(expectSameInAnyOrder(retried)).toMatchObject([
      { result: 'success' },
    ]);
  });

  it('reads the commits of the default branch in their order', () => {
    expect(parse(push).facts).toMatchObject([
      {
        id: `gitlab:commit:30:${shas.first}`,
        committedAt: Date.UTC(2026, 0, 12, 12, 27, 31),
        parent: shas.before,
        isMerge: false,
        reverts: shas.before,
      },
      { sha: shas.second, parent: shas.first, isMerge: true },
    ]);
    const newest = parse({ ...push, total_commits_count: 40 }).facts;
    expect(newest[0]).toMatchObject({ parent: undefined });
    const branch = { ...push, ref: 'refs/heads/x' };
    expect(parse(branch).ignored).toMatch(/default branch/);
    expect(parse({ ...push, commits: [] }).ignored).toMatch(/without/);
  });

  it('makes one release of a tag and of its release', () => {
    const facts = [...parse(release).facts, ...parse(tagPush).facts];
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      { kind: 'deployment', version: 'v1.4.0', result: 'success' },
      {
        id: 'gitlab:tag:30:v1.4.0',
        sha: shas.second,
        releasedAt: Date.UTC(2026, 0, 14, 13),
        isPrerelease: false,
      },
    ]);
    expect(parse({ ...release, tag: 'v2.0.0-rc.1' }).facts).toMatchObject([
      { kind: 'release', isPrerelease: true },
    ]);
    expect(parse({ ...release, action: 'delete' }).ignored).toBeDefined();
    expect(parse({ ...tagPush, checkout_sha: null }).ignored).toMatch(/tag/);
    expect(parse({ ...tagPush, commits: [] }).ignored).toMatch(/time/);
  });

  it('follows a merge request from opening to merge in any order', () => {
    const approval = { action: 'approval' };
    const merge = {
      action: 'merge',
      state: 'merged',
      updated_at: '2026-01-04T10:00:00Z',
      merge_commit_sha: shas.second,
    };
    const facts = [
      mergeRequest,
      withAttributes(mergeRequest, approval),
      withAttributes(mergeRequest, merge),
      withAttributes(mergeRequest, {
        ...merge,
        action: 'update',
        updated_at: '2026-01-20T10:00:00Z',
      }),
    ].flatMap(body => parse(body).facts);
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        number: 7,
        state: 'merged',
        openedAt: Date.UTC(2026, 0, 3, 17, 23, 34),
        firstReviewAt: Date.parse(receivedAt),
        mergedAt: Date.UTC(2026, 0, 4, 10),
        mergeSha: shas.second,
      },
    ]);
    const own = { ...approval, author_id: 4 };
    expect(parse(withAttributes(mergeRequest, own)).ignored).toMatch(/author/);
  });

  it('takes issues of the type or with a label of an incident', () => {
    expect(parse(issue).facts).toMatchObject([
      {
        id: 'gitlab:issue:301',
        title: 'Checkout is down',
        status: 'open',
        openedAt: Date.UTC(2026, 0, 5, 17, 15, 43),
        causedBy: 'gitlab:deployment:15',
      },
    ]);
    const plain = { labels: [] };
    expect(parse(withAttributes(issue, plain)).ignored).toMatch(/neither/);
    const closed = withAttributes(
      { ...issue, object_kind: 'work_item' },
      {
        ...plain,
        type: 'Incident',
        state: 'closed',
        updated_at: '2026-01-06T00:00:00Z',
        closed_at: '2026-01-05T23:59:59Z',
      },
    );
    const resolvedAt = Date.UTC(2026, 0, 5, 23, 59, 59);
    const facts = [...parse(closed).facts, ...parse(issue).facts];
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      { status: 'resolved', resolvedAt },
    ]);
    const unlabelled = {
      ...withAttributes(issue, plain),
      changes: { labels: { previous: issue.labels, current: [] } },
    };
    const moved = withAttributes(issue, { state: 'closed', moved_to_id: 5 });
    for (const body of [unlabelled, moved]) {
      expect(parse(body).facts).toMatchObject([{ status: 'withdrawn' }]);
    }
    const ofGroup = { ...issue, project: null };
    expect(parse(ofGroup).ignored).toMatch(/of a group/);
  });

  it('keeps hosts of the company apart', () => {
    // Without the header, the address of the project tells.
    const [fact] = parse(deployment, { headers: {} }).facts;
    expect(fact.id).toBe('gitlab@gitlab.example.com:deployment:15');
    const host = 'gitlab.com';
    const { subjects } = parse(deployment, {
      headers: {},
      options: { host },
    }).facts[0];
    expect(subjects).toHaveLength(2);
    for (const subject of subjects) {
      expect(subject).toMatchObject({
        within: { value: 'gitlab.example.com' },
      });
    }
    const meant = parse(deployment, { options: { host } }).facts[0];
    expect(meant.subjects).toHaveLength(4);
  });

  it('names the path of what is malformed', () => {
    const changed = (status_changed_at: unknown) => () =>
      parse({ ...deployment, status_changed_at } as typeof deployment);
    expect(changed(null)).toThrow(/^status_changed_at: found null/);
    expect(changed('2031-01-01T00:00:00Z')).toThrow(
      /^status_changed_at is 2031.*in the future/,
    );
    expect(changed('1999-01-01 00:00:00 UTC')).toThrow(
      /^status_changed_at .*before the year 2000/,
    );
    const early = [push.commits[0], { ...push.commits[1], timestamp: 'x' }];
    expect(parse({ ...push, commits: early }).rejected).toMatchObject([
      { index: 1, reason: expect.stringMatching(/^commits\[1\]\.timestamp/) },
    ]);
  });

  it.each(Object.keys(gitlabPayloads))(
    'fails on a damaged %s only with a reason',
    event => {
      const body = gitlabPayloads[event];
      const delivery = { sender: 'gitlab', event, body, receivedAt, headers };
      const robust = () =>
        expectRobust({ parse: createGitlabParser(options), delivery });
      expect(robust).not.toThrow();
    },
  );
});
