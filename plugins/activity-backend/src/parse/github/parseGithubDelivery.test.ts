import examples from '@octokit/webhooks-examples';
import * as fc from 'fast-check';
import { parseGithubDelivery } from './parseGithubDelivery';

const receivedAt = '2026-01-31T09:30:00.000Z';

function parse(event: string, body: unknown) {
  return parseGithubDelivery({
    event,
    headers: {},
    body: JSON.stringify(body),
    receivedAt,
  });
}

const repository = {
  full_name: 'Team/Shop',
  html_url: 'https://github.com/Team/Shop',
};
const sender = { login: 'ada' };
const pull = {
  number: 42,
  title: 'Pay by card',
  html_url: 'https://github.com/Team/Shop/pull/42',
  base: { ref: 'main' },
  created_at: '2026-01-30T08:00:00Z',
  updated_at: '2026-01-31T08:00:00Z',
};

describe('parseGithubDelivery', () => {
  it('takes every recorded payload, or says why not', () => {
    const kinds = new Map<string, number>();
    for (const { name, examples: bodies } of examples) {
      for (const body of bodies) {
        const { activities, ignored } = parse(name, body);
        expect(activities.length > 0 || ignored !== undefined).toBe(true);
        for (const activity of activities) {
          kinds.set(activity.kind, (kinds.get(activity.kind) ?? 0) + 1);
          expect(activity.naturalId).toMatch(/^github:[^/]+\/[^/]+\/[^/]+:/);
          expect(activity.title).not.toBe('Without a title');
          expect(activity.at.getTime()).toBeLessThanOrEqual(
            Date.parse(receivedAt),
          );
          expect(activity.actor).toBeDefined();
        }
      }
    }
    expect([...kinds.keys()].sort()).toEqual([
      'issue',
      'pull-request',
      'push',
      'release',
      'review',
      'workflow-run',
    ]);
  });

  it('tells a push by its last commit, and where it went', () => {
    const push = {
      ref: 'refs/heads/main',
      before: 'a'.repeat(40),
      after: 'b'.repeat(40),
      commits: [{ message: 'One' }, { message: 'Two\n\nWith a reason.' }],
      head_commit: { message: 'Two\n\nWith a reason.' },
      compare: 'https://github.com/Team/Shop/compare/a...b',
      repository: { ...repository, pushed_at: 1_769_850_000 },
      sender,
    };
    expect(parse('push', push).activities).toMatchObject([
      {
        repository: {
          name: 'github.com/Team/Shop',
          key: 'github.com/team/shop',
        },
        title: 'Two',
        detail: '2 commits to main',
        actor: 'ada',
        at: new Date(Math.min(1_769_850_000_000, Date.parse(receivedAt))),
        url: push.compare,
        state: undefined,
      },
    ]);
    const gone = {
      ...push,
      after: '0'.repeat(40),
      commits: [],
      head_commit: null,
    };
    expect(parse('push', gone).activities).toMatchObject([
      { title: 'Branch main', state: 'deleted' },
    ]);
    const tag = { ...push, ref: 'refs/tags/v1', before: '0'.repeat(40) };
    expect(parse('push', tag).activities).toMatchObject([
      { title: 'Tag v1', state: 'created' },
    ]);
    expect(parse('push', { ...push, forced: true }).activities).toMatchObject([
      { state: 'forced' },
    ]);
  });

  it('tells merged from closed, and each verdict of a review', () => {
    const closed_at = '2026-01-31T08:00:00Z';
    const closed = { ...pull, closed_at };
    const send = (action: string, pull_request: object) =>
      parse('pull_request', { action, pull_request, repository, sender })
        .activities;
    expect(send('opened', pull)).toMatchObject([
      {
        state: 'opened',
        detail: '#42 into main',
        at: new Date(pull.created_at),
      },
    ]);
    expect(send('closed', { ...closed, merged_at: closed_at })).toMatchObject([
      {
        state: 'merged',
        naturalId: 'github:github.com/team/shop:pull-request:42:merged',
      },
    ]);
    expect(send('closed', closed)).toMatchObject([{ state: 'closed' }]);
    expect(send('labeled', pull)).toEqual([]);

    const review = {
      id: 7,
      state: 'changes_requested',
      user: { login: 'bob' },
    };
    const told = {
      action: 'submitted',
      review,
      pull_request: pull,
      repository,
    };
    expect(parse('pull_request_review', told).activities).toMatchObject([
      {
        kind: 'review',
        state: 'changes-requested',
        title: 'Pay by card',
        actor: 'bob',
      },
    ]);
  });

  it('keeps one record of a run from beginning to end', () => {
    const run = {
      id: 9,
      run_attempt: 2,
      name: 'CI',
      display_title: 'Pay by card',
      head_branch: 'main',
      updated_at: '2026-01-31T09:00:00Z',
      actor: { login: 'ada' },
    };
    const ranks = [
      { status: 'queued', state: 'queued' },
      { status: 'in_progress', state: 'running' },
      { status: 'completed', conclusion: 'timed_out', state: 'failure' },
    ].map(({ state, ...told }) => {
      const workflow_run = { ...run, ...told };
      const [activity] = parse('workflow_run', {
        workflow_run,
        repository,
      }).activities;
      expect(activity).toMatchObject({
        state,
        naturalId: 'github:github.com/team/shop:workflow-run:9:2',
        detail: 'CI on main',
      });
      return activity.rank;
    });
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    expect(new Set(ranks).size).toBe(3);
  });

  it('never fails, shows one line and no address but of the web', () => {
    const event = fc.constantFrom('push', 'issues', 'release', 'pull_request');
    const value = fc.oneof(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(
        event,
        value,
        value,
        value,
        (name, title, html_url, other) => {
          const thing = {
            ...pull,
            id: 1,
            tag_name: 'v1',
            closed_at: pull.updated_at,
            published_at: pull.updated_at,
            title,
            name: title,
            html_url,
          };
          const actions: Record<string, string> = {
            issues: 'closed',
            release: 'published',
          };
          const { activities, ignored } = parse(name, {
            action: actions[name] ?? 'opened',
            ref: 'refs/heads/main',
            head_commit: { message: title },
            compare: html_url,
            commits: other,
            issue: thing,
            release: thing,
            pull_request: thing,
            repository:
              name === 'issues' ? { ...repository, id: other } : repository,
            sender: other,
          });
          expect(activities.length > 0 || ignored !== undefined).toBe(true);
          for (const activity of activities) {
            // eslint-disable-next-line no-control-regex -- these are what must be gone
            expect(activity.title).not.toMatch(/[\u0000-\u001f]/);
            expect(activity.title.length).toBeLessThanOrEqual(300);
            expect(activity.url ?? 'https://x').toMatch(/^https?:\/\//i);
          }
        },
      ),
    );
    for (const body of ['', 'null', '[]', '{"repository":7}', '\u0000']) {
      const delivery = { event: 'push', headers: {}, body, receivedAt };
      expect(parseGithubDelivery(delivery).ignored).toBeDefined();
    }
  });

  it('does not believe a clock that is ahead', () => {
    const issue = { ...pull, created_at: '2027-01-01T00:00:00Z' };
    const told = { action: 'opened', issue, repository, sender };
    expect(parse('issues', told).activities).toMatchObject([
      { at: new Date(receivedAt), title: 'Pay by card', detail: '#42' },
    ]);
  });
});
