import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  repositoryActivityWidget,
  type Activity,
  type ActivityApi,
  type ActivityPage,
  type ActivityRequest,
  type PullRequest,
  type PullRequestPage,
  type PullRequestsRequest,
} from '@portal/plugin-activity-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { activityApiRef } from '../api';
import { ActivityCard } from './ActivityCard';
import { ActivityTab } from './ActivityTab';
import { PullRequests } from './PullRequests';
import { RepositoryActivity } from './RepositoryActivity';

const merged: Activity = {
  id: 'github:github.com/team/shop:pull-request:42:merged',
  source: 'github',
  kind: 'pull-request',
  repository: 'github.com/team/shop',
  entityRefs: ['component:default/shop'],
  title: 'Pay by card',
  detail: '#42 into main',
  actor: 'ada',
  at: new Date(Date.now() - 7_200_000).toISOString(),
  url: 'https://github.com/team/shop/pull/42',
  state: 'merged',
  demo: false,
};
const failed: Activity = {
  ...merged,
  id: 'run',
  kind: 'workflow-run',
  state: 'failure',
  url: undefined,
  title: 'x'.repeat(300),
  demo: true,
};

/** Answers from a list, and sends signals. */
class Portal implements ActivityApi {
  requests: ActivityRequest[] = [];
  items: Activity[] = [merged, failed];
  repositories = 1;
  pullRequests: PullRequestPage = { items: [], total: 0, accounts: [] };
  askedPullRequests: PullRequestsRequest[] = [];
  #listener: (message: object) => void = () => {};

  async listActivity(request: ActivityRequest): Promise<ActivityPage> {
    this.requests.push(request);
    const { kinds = [], limit = 20 } = request;
    const items = this.items.filter(
      ({ kind }) => kinds.length === 0 || kinds.includes(kind),
    );
    return {
      items: items.slice(0, limit),
      nextCursor: items.length > limit ? 'more' : undefined,
      repositories: this.repositories,
      watched: ['7'],
    };
  }

  async listPullRequests(request: PullRequestsRequest) {
    this.askedPullRequests.push(request);
    return this.pullRequests;
  }

  subscribe(_channel: string, listener: (message: never) => void) {
    this.#listener = listener as (message: object) => void;
    return { unsubscribe: () => {} };
  }

  send(message: object) {
    act(() => this.#listener(message));
  }
}

function show(element: JSX.Element, portal = new Portal()) {
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'v1',
        kind: 'Component',
        metadata: { name: 'shop' },
      }}
    >
      {element}
    </EntityProvider>,
    {
      apis: [
        [activityApiRef, portal],
        [signalApiRef, portal as never],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
  return portal;
}

const widget = {
  period: { from: '', to: '' },
  environments: [],
  settings: { limit: 20, repositories: [], kinds: [] },
};

it('tells on a board what happened, where, by whom and when', async () => {
  show(<RepositoryActivity {...widget} />);
  const list = await screen.findByRole('list', { name: 'Repository activity' });
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first).toHaveTextContent(/Pull request merged/);
  expect(first).toHaveTextContent(/#42 into main/);
  expect(first).toHaveTextContent(/by ada/);
  expect(within(first).getByText(/2 (h|hours|hr)/)).toHaveAttribute(
    'title',
    expect.stringMatching(/\d{4}/),
  );
  expect(
    within(first).getByRole('link', { name: /Pay by card/ }),
  ).toHaveAttribute('href', merged.url);
  expect(within(first).getByRole('link', { name: /shop/ })).toBeInTheDocument();
  expect(second).toHaveTextContent(/Workflow run failed/);
  expect(screen.getByText('Demo data')).toBeInTheDocument();
});

it('asks again when one of its repositories changed, and not for others', async () => {
  const portal = show(<RepositoryActivity {...widget} />);
  await screen.findByText('Pay by card');
  const before = portal.requests.length;
  portal.send({ repositories: ['8'], isNew: false });
  portal.items = [{ ...merged, id: 'new', title: 'Just now' }];
  portal.send({ repositories: ['7'], isNew: false });
  expect(await screen.findByText('Just now')).toBeInTheDocument();
  expect(portal.requests).toHaveLength(before + 1);
  portal.send({ repositories: ['9'], isNew: true });
  await waitFor(() => expect(portal.requests).toHaveLength(before + 2));
});

it('asks for what the settings of a tile say', async () => {
  const settings = {
    ...widget.settings,
    repositories: ['team/shop'],
    system: 'system:default/sales',
    owner: 'group:default/payments',
    kinds: ['release'],
    limit: 5,
  };
  const portal = show(<RepositoryActivity {...widget} settings={settings} />);
  await waitFor(() =>
    expect(portal.requests[0]).toEqual({
      repositories: ['team/shop'],
      entityRefs: ['system:default/sales'],
      owners: ['group:default/payments'],
      kinds: ['release'],
      limit: 5,
    }),
  );
  expect(Object.keys(repositoryActivityWidget.settings!.properties)).toEqual(
    expect.arrayContaining(Object.keys(settings)),
  );
});

it('says how a repository is connected where there is none, or nothing is heard', async () => {
  const portal = new Portal();
  portal.items = [];
  portal.repositories = 0;
  show(<ActivityCard />, portal);
  expect(await screen.findByText(/names no repository/)).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Connect a repository' }),
  ).toHaveAttribute('href', expect.stringMatching(/repository-activity$/));
});

it('shows one kind on the tab, and more when asked', async () => {
  const portal = new Portal();
  portal.items = [
    failed,
    ...Array.from({ length: 30 }, (_, index) => ({
      ...merged,
      id: String(index),
      title: `Change ${index}`,
    })),
  ];
  show(<ActivityTab />, portal);
  await screen.findByText('Change 0');
  expect(screen.queryByText('Change 25')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('Change 25')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Workflow runs' }),
  );
  await waitFor(() =>
    expect(screen.queryByText('Change 0')).not.toBeInTheDocument(),
  );
  expect(await screen.findByText(failed.title)).toBeInTheDocument();
});

it('says what failed, and asks again', async () => {
  const portal = new Portal();
  const { items } = portal;
  const answer = portal.listActivity.bind(portal);
  portal.listActivity = async () => {
    throw new Error('The network is down');
  };
  show(<ActivityCard />, portal);
  const button = await screen.findByRole('button', { name: /Try again/ });
  portal.listActivity = answer;
  await userEvent.click(button);
  expect(await screen.findByText(items[0].title)).toBeInTheDocument();
});

describe('open pull requests', () => {
  const open: PullRequest = {
    source: 'github',
    repository: 'github.com/team/shop',
    entityRefs: ['component:default/shop'],
    number: '#43',
    title: 'Pay by cheque',
    url: 'https://github.com/team/shop/pull/43',
    author: 'ada',
    openedAt: new Date(Date.now() - 7_200_000).toISOString(),
    draft: false,
    demo: false,
  };

  it("are the reader's own, with the verdict of reviewers", async () => {
    const portal = new Portal();
    portal.pullRequests = {
      items: [
        { ...open, review: 'changes-requested' },
        { ...open, number: '#44', title: 'Sketch', draft: true, demo: true },
      ],
      total: 3,
      accounts: ['ada'],
    };
    show(<PullRequests {...widget} />, portal);
    const list = await screen.findByRole('list', {
      name: 'Open pull requests',
    });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Pay by cheque#43shopChanges asked for/);
    expect(first).not.toHaveTextContent(/by ada/);
    expect(
      within(first).getByRole('link', { name: 'Pay by cheque' }),
    ).toHaveAttribute('href', open.url);
    expect(second).toHaveTextContent(/Draft/);
    expect(screen.getByText(/Demo data/)).toBeInTheDocument();
    expect(screen.getByText('And 1 older ones')).toBeInTheDocument();
    expect(portal.askedPullRequests).toEqual([{ limit: 20 }]);

    portal.pullRequests = { items: [], total: 0, accounts: ['ada'] };
    portal.send({ repositories: ['9'], isNew: false });
    expect(
      await screen.findByText(/The portal looks for ada/),
    ).toBeInTheDocument();
  });

  it('are those of a group, with who opened them', async () => {
    const portal = new Portal();
    portal.pullRequests = { items: [open], total: 1 };
    const owner = 'group:default/payments';
    show(<PullRequests {...widget} settings={{ owner, limit: 5 }} />, portal);
    expect(await screen.findByRole('listitem')).toHaveTextContent(/by ada/);
    expect(portal.askedPullRequests).toEqual([{ owners: [owner], limit: 5 }]);
  });

  it('says where an account is missing', async () => {
    show(<PullRequests {...widget} />);
    expect(
      await screen.findByText(/does not know your account/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'How it finds yours' }),
    ).toHaveAttribute('href', expect.stringMatching(/your-pull-requests$/));
  });
});
