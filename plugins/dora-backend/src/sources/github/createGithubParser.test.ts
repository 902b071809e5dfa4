import { mergeReports } from '@portal/plugin-dora-common';
import webhooks from '@octokit/webhooks-examples';
import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { createGithubParser } from './createGithubParser';

const receivedAt = '2026-01-31T09:30:00.000Z';
const options = {
  deployWorkflows: [{ workflow: '*', environment: 'production' }],
  deployReleases: {},
  incidentLabels: ['bug'],
};
const all = webhooks.flatMap(({ name, examples }) =>
  examples.map(body => ({ sender: 'github', event: name, body, receivedAt })),
);

function first(event: string, action?: string): object {
  const found = all.find(
    each =>
      each.event === event &&
      (!action || ('action' in each.body && each.body.action === action)),
  );
  return found!.body;
}

function parse(event: string, body: unknown, headers = {}): ParsedDelivery {
  const delivery = { sender: 'github', event, body, receivedAt, headers };
  return createGithubParser(options)(delivery);
}

describe('createGithubParser', () => {
  it('takes or ignores every example of every event', () => {
    const parsed = all.map(delivery => createGithubParser(options)(delivery));
    parsed.forEach(each => expectGoodForm(each, Date.parse(receivedAt)));
    const counts = new Map<string, number>();
    for (const { kind } of parsed.flatMap(({ facts }) => facts)) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(all.length).toBeGreaterThan(300);
    expect(parsed.filter(({ rejected }) => rejected)).toEqual([]);
    expect([...counts.keys()].sort()).toEqual([
      'change',
      'deployment',
      'incident',
      'pull-request',
      'release',
    ]);
  });

  it('reads a status of a deployment', () => {
    expect(
      parse('deployment_status', first('deployment_status')).facts,
    ).toEqual([
      {
        kind: 'deployment',
        id: 'github:deployment:145988746',
        source: 'github',
        subjects: [
          {
            annotation: 'github.com/project-slug',
            value: 'Codertocat/Hello-World',
            ignoreCase: true,
          },
        ],
        environment: 'production',
        sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
        startedAt: Date.UTC(2019, 4, 15, 15, 20, 53),
        finishedAt: Date.UTC(2019, 4, 15, 15, 20, 55),
        result: 'success',
        updatedAt: Date.UTC(2019, 4, 15, 15, 20, 55),
        sequence: 209916254,
      },
    ]);
  });

  it('gives one deployment for its life in any order', () => {
    const created = first('deployment');
    const status = first('deployment_status');
    const inactive = {
      ...status,
      deployment_status: {
        ...Reflect.get(status, 'deployment_status'),
        id: 209916255,
        state: 'inactive',
        created_at: '2019-06-01T00:00:00Z',
      },
    };
    const facts = [
      ...parse('deployment', created).facts,
      ...parse('deployment_status', status).facts,
      ...parse('deployment_status', inactive).facts,
    ];
    const [deployment, ...rest] = mergeReports([...facts].reverse());
    expect(rest).toEqual([]);
    expect(mergeReports(facts)).toEqual([deployment]);
    expect(deployment).toMatchObject({
      result: 'success',
      finishedAt: Date.UTC(2019, 4, 15, 15, 20, 55),
    });
  });

  it('never takes a missing environment for one', () => {
    const created = first('deployment');
    const deployment = { ...Reflect.get(created, 'deployment') };
    delete deployment.environment;
    const [fact] = parse('deployment', { ...created, deployment }).facts;
    expect(fact).toMatchObject({ environment: undefined });
  });

  it('names the path of what is malformed', () => {
    const created = first('deployment');
    const change = (field: object) => ({
      ...created,
      deployment: { ...Reflect.get(created, 'deployment'), ...field },
    });
    expect(() => parse('deployment', change({ id: null }))).toThrow(
      /^deployment\.id: found null, expected an identifier/,
    );
    expect(() =>
      parse('deployment', change({ created_at: '2031-01-01T00:00:00Z' })),
    ).toThrow(/^deployment\.created_at is 2031.*in the future/);
    expect(() =>
      parse('deployment', change({ created_at: '1999-01-01T00:00:00Z' })),
    ).toThrow(/^deployment\.created_at .*before the year 2000/);
    expect(() => parse('deployment', [])).toThrow(/^deployment\.created_at/);
    expect(() => parse('deployment', '{')).toThrow(/not JSON/);
  });

  it('reads the commits of the default branch, and what they revert', () => {
    const id = (digit: string) => digit.repeat(40);
    const repository = {
      id: 5,
      full_name: 'org/repo',
      default_branch: 'main',
    };
    const commits = [
      {
        id: id('a'),
        timestamp: '2026-01-01T10:00:00+01:00',
        message: `Revert "x"\n\nThis reverts commit ${id('b')}.`,
      },
      { id: id('c'), timestamp: '1980-01-01T00:00:00Z', message: 'y' },
    ];
    const push = {
      ref: 'refs/heads/main',
      before: id('d'),
      repository,
      commits,
    };
    const { facts, rejected } = parse('push', push);
    expect(facts).toMatchObject([
      {
        id: `github:commit:5:${id('a')}`,
        committedAt: Date.UTC(2026, 0, 1, 9),
        parent: id('d'),
        isMerge: false,
        reverts: id('b'),
      },
    ]);
    const [, merge] = parse('push', {
      ...push,
      forced: true,
      commits: [
        { ...commits[0], id: id('e') },
        { ...commits[0], message: 'Merge pull request #7 from org/x' },
      ],
    }).facts;
    expect(merge).toMatchObject({ parent: id('e'), isMerge: true });
    const forced = parse('push', { ...push, forced: true });
    expect(forced.facts).toMatchObject([{ parent: undefined }]);
    expect(rejected).toMatchObject([
      { index: 1, reason: expect.stringMatching(/^commits\[1\]\.timestamp/) },
    ]);
    expect(parse('push', { ...push, ref: 'refs/heads/x' }).ignored).toMatch(
      /default branch/,
    );
  });

  it('withdraws an incident whose label was taken away', () => {
    const issue = {
      id: 7,
      labels: [{ name: 'Bug' }],
      state: 'open',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-02T00:00:00Z',
      body: 'It is down.\r\nCaused by: github:deployment:12\r\n',
    };
    const repository = { full_name: 'org/repo' };
    const open = { action: 'labeled', issue, repository };
    expect(parse('issues', open).facts).toMatchObject([
      { status: 'open', causedBy: 'github:deployment:12' },
    ]);
    const unlabeled = {
      action: 'unlabeled',
      label: { name: 'bug' },
      issue: { ...issue, labels: [], updated_at: '2026-01-03T00:00:00Z' },
      repository,
    };
    expect(
      mergeReports([
        ...parse('issues', unlabeled).facts,
        ...parse('issues', open).facts,
      ]),
    ).toMatchObject([{ id: 'github:issue:7', status: 'withdrawn' }]);
  });

  it('reads runs of workflows that deploy only, and releases only where they do', () => {
    const run = first('workflow_run', 'completed');
    expect(parse('workflow_run', run).facts).toMatchObject([
      { kind: 'deployment', environment: 'production' },
    ]);
    const plain = createGithubParser();
    const release = first('release', 'published');
    const deliver = (event: string, body: unknown) =>
      plain({ sender: 'github', event, body, receivedAt });
    expect(deliver('workflow_run', run).ignored).toMatch(/not set/);
    expect(deliver('release', release).facts).toMatchObject([
      { kind: 'release' },
    ]);
    expect(parse('release', release).facts).toMatchObject([
      { kind: 'release' },
      { kind: 'deployment', environment: undefined, result: 'success' },
    ]);
  });

  it('keeps hosts of the company apart', () => {
    const headers = { 'x-github-enterprise-host': 'git.example.com' };
    const [fact] = parse('deployment', first('deployment'), headers).facts;
    expect(fact.id).toBe('github@git.example.com:deployment:145988746');
  });

  it.each([
    'deployment',
    'deployment_status',
    'issues',
    'pull_request',
    'pull_request_review',
    'push',
    'release',
    'workflow_run',
  ])('fails on a damaged %s only with a reason', event => {
    const body = first(event);
    const delivery = { sender: 'github', event, body, receivedAt };
    const robust = () =>
      expectRobust({ parse: createGithubParser(options), delivery });
    expect(robust).not.toThrow();
  });
});
