import {
  component,
  eventually,
  startActivity,
} from '../__testUtils__/startActivity';
import { RecordedGithub } from './__testUtils__/RecordedGithub';

jest.setTimeout(120_000);

const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();
const ada = { login: 'ada' };
const page = 'https://github.com/Team/Shop';
const pull = {
  number: 42,
  title: 'Pay by card',
  html_url: `${page}/pull/42`,
  user: ada,
  base: { ref: 'main' },
  created_at: ago(60),
  updated_at: ago(10),
  closed_at: ago(10),
  merged_at: ago(10),
};
const events = [
  {
    type: 'PushEvent',
    actor: ada,
    created_at: ago(9),
    payload: {
      push_id: 1,
      ref: 'refs/heads/main',
      before: 'a'.repeat(40),
      head: 'b'.repeat(40),
    },
  },
  {
    type: 'PullRequestReviewEvent',
    actor: { login: 'bob' },
    created_at: ago(20),
    payload: {
      action: 'created',
      review: {
        id: 7,
        state: 'approved',
        user: { login: 'bob' },
        submitted_at: ago(20),
      },
      pull_request: { number: 42 },
    },
  },
  { type: 'WatchEvent', actor: ada, created_at: ago(1), payload: {} },
];
const runs = {
  workflow_runs: [
    {
      id: 9,
      run_attempt: 1,
      name: 'CI',
      display_title: 'Pay by card',
      head_branch: 'main',
      status: 'in_progress',
      updated_at: ago(8),
      actor: ada,
    },
  ],
};

describe("reading GitHub's REST API", () => {
  let github: RecordedGithub;

  beforeEach(async () => {
    github = await RecordedGithub.start();
    github.answers.set('/repos/team/shop/pulls', [pull]);
    github.answers.set('/repos/team/shop/events', events);
    github.answers.set('/repos/team/shop/actions/runs', runs);
  });

  afterEach(async () => {
    await github.stop();
  });

  const start = async () =>
    startActivity({
      entities: [component('shop', { 'github.com/project-slug': 'team/shop' })],
      config: {
        integrations: {
          github: [
            { host: 'github.com', apiBaseUrl: github.url, token: 'secret' },
          ],
        },
        activity: {
          github: {
            poll: {
              repositories: ['team/gone', 'team/shop', 'elsewhere.com/a/b'],
              keepRemaining: 10,
            },
          },
        },
      },
    });

  it('gives what webhooks would, asks for changes alone, and leaves requests for others', async () => {
    const portal = await start();
    await portal.poll();
    await eventually(async () => {
      const { body } = await portal.get('');
      expect(
        body.items.map((item: { kind: string; state?: string }) => [
          item.kind,
          item.state,
        ]),
      ).toEqual([
        ['workflow-run', 'running'],
        ['push', undefined],
        ['pull-request', 'merged'],
        ['review', 'approved'],
        ['pull-request', 'opened'],
      ]);
      // Told a moment later, all of them at once.
      expect(portal.signals).toHaveLength(1);
    });
    // One repository is gone, and that keeps nobody up.
    expect(github.take()).toEqual([404, 200, 200, 200]);

    // A webhook tells of the same merge, and by whom: it stays one record.
    await portal.github('pull_request', {
      action: 'closed',
      pull_request: pull,
      repository: { full_name: 'Team/Shop', html_url: page },
      sender: { login: 'carol' },
    });
    await eventually(async () => {
      const { body } = await portal.get('?kind=pull-request');
      expect(body.items).toMatchObject([
        { state: 'merged', actor: 'carol' },
        { state: 'opened', actor: 'ada' },
      ]);
    });

    const [run] = runs.workflow_runs;
    github.answers.set('/repos/team/shop/actions/runs', {
      workflow_runs: [
        {
          ...run,
          status: 'completed',
          conclusion: 'success',
          updated_at: ago(1),
        },
      ],
    });
    await portal.poll();
    await eventually(async () => {
      const { body } = await portal.get('?kind=workflow-run');
      expect(body.items).toMatchObject([{ state: 'success' }]);
    });
    expect(github.take()).toEqual([404, 304, 304, 200]);

    github.remaining = 12;
    await portal.poll();
    await eventually(async () => {
      expect(github.seen.length).toBeGreaterThan(0);
    });
    github.remaining = 5;
    await portal.poll();
    await new Promise(resolve => setTimeout(resolve, 1000));
    const before = github.seen.length;
    await portal.poll();
    await new Promise(resolve => setTimeout(resolve, 1000));
    // The limit is near its end: nothing more is asked.
    expect(github.seen).toHaveLength(before);
    await portal.stop();
  });
});
