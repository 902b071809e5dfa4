import type { PullRequest } from '@portal/plugin-activity-common';
import {
  component,
  eventually,
  startActivity,
} from './__testUtils__/startActivity';

jest.setTimeout(180_000);

const minute = 60_000;
const ago = (minutes: number) =>
  new Date(Date.now() - minutes * minute).toISOString();

const slug = 'github.com/project-slug';
const entities = [
  component('shop', { [slug]: 'team/shop' }, [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ]),
  component('till', { [slug]: 'team/till' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    // As whom the tests ask.
    metadata: {
      name: 'mock',
      namespace: 'default',
      annotations: { 'github.com/user-login': 'Ada' },
    },
    spec: { profile: { displayName: 'Ada L.' } },
  },
];

type Portal = Awaited<ReturnType<typeof startActivity>>;

/** A step of a pull request, as GitHub tells it. */
function step(
  portal: Portal,
  number: number,
  action: string,
  options: { minutes: number; by?: string; repository?: string },
) {
  const { minutes, by = 'ada', repository = 'team/shop' } = options;
  const merged = action === 'merged';
  return portal.github('pull_request', {
    action: merged ? 'closed' : action,
    pull_request: {
      number,
      title: `Change ${number}`,
      html_url: `https://github.com/${repository}/pull/${number}`,
      base: { ref: 'main' },
      user: { login: by },
      draft: action === 'converted_to_draft',
      merged,
      created_at: ago(action === 'opened' ? minutes : 500),
      updated_at: ago(minutes),
      closed_at: ['closed', 'merged'].includes(action) ? ago(minutes) : null,
      merged_at: merged ? ago(minutes) : null,
    },
    repository: {
      full_name: repository,
      html_url: `https://github.com/${repository}`,
    },
    sender: { login: by },
  });
}

function review(
  portal: Portal,
  number: number,
  id: number,
  state: string,
  minutes: number,
) {
  return portal.github('pull_request_review', {
    action: 'submitted',
    review: {
      id,
      state,
      user: { login: 'grace' },
      submitted_at: ago(minutes),
      html_url: `https://github.com/team/shop/pull/${number}#${id}`,
    },
    pull_request: { number, title: `Change ${number}`, base: { ref: 'main' } },
    repository: {
      full_name: 'team/shop',
      html_url: 'https://github.com/team/shop',
    },
    sender: { login: 'grace' },
  });
}

const numbers = (body: { items: PullRequest[] }) =>
  body.items.map(({ number }) => number);

describe('open pull requests', () => {
  it("are the reader's own, until they are merged or closed", async () => {
    const portal = await startActivity({ entities });
    // Told in another order than it happened.
    await step(portal, 1, 'merged', { minutes: 10 });
    await step(portal, 1, 'opened', { minutes: 90 });
    await step(portal, 2, 'opened', { minutes: 80 });
    await step(portal, 3, 'opened', { minutes: 70 });
    await step(portal, 3, 'closed', { minutes: 60 });
    await step(portal, 4, 'opened', { minutes: 65 });
    await step(portal, 4, 'closed', { minutes: 64 });
    await step(portal, 4, 'reopened', { minutes: 63 });
    await step(portal, 5, 'opened', { minutes: 40, by: 'grace' });
    await step(portal, 6, 'opened', { minutes: 30, repository: 'team/till' });
    await step(portal, 7, 'opened', { minutes: 20, repository: 'no/body' });
    await review(portal, 2, 21, 'changes_requested', 50);
    await review(portal, 2, 22, 'commented', 40);
    await eventually(async () => {
      const { body } = await portal.getPullRequests();
      expect(body).toMatchObject({ total: 3, accounts: expect.any(Array) });
      expect(numbers(body)).toEqual(['#6', '#4', '#2']);
      expect(body.items[2]).toMatchObject({
        source: 'github',
        repository: 'github.com/team/shop',
        entityRefs: ['component:default/shop'],
        title: 'Change 2',
        url: 'https://github.com/team/shop/pull/2',
        author: 'ada',
        draft: false,
        review: 'changes-requested',
        demo: false,
      });
    });
    await review(portal, 2, 23, 'approved', 5);
    await step(portal, 4, 'merged', { minutes: 1 });
    await eventually(async () => {
      const { body } = await portal.getPullRequests();
      expect(numbers(body)).toEqual(['#6', '#2']);
      expect(body.items[1].review).toBe('approved');
    });
    const { body: first } = await portal.getPullRequests('limit=1');
    expect([numbers(first), first.total]).toEqual([['#6'], 2]);
    await portal.stop();
  });

  it('are those of a group, whoever opened them; a service asks for no others', async () => {
    const portal = await startActivity({ entities });
    await step(portal, 1, 'opened', { minutes: 20, by: 'grace' });
    await step(portal, 2, 'opened', { minutes: 10, repository: 'team/till' });
    const owner = 'owner=group:default/payments';
    await eventually(async () => {
      const { body } = await portal.getPullRequests(owner);
      expect(numbers(body)).toEqual(['#1']);
      expect(body).not.toHaveProperty('accounts');
    });
    expect((await portal.getPullRequests(owner, 'service')).status).toBe(200);
    const refused = await portal.getPullRequests('', 'service');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/name whose repositories/);
    expect((await portal.getPullRequests('owner=:')).status).toBe(400);
    expect((await portal.getPullRequests('limit=0')).status).toBe(400);
    await portal.stop();
  });
});
