import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  notificationsApiRef,
  type NotificationsApi,
} from '@backstage/plugin-notifications';
import type { Notification } from '@backstage/plugin-notifications-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { UnreadNotifications } from './UnreadNotifications';

const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };

function notification(
  id: string,
  payload: Partial<Notification['payload']> = {},
): Notification {
  return {
    id,
    user: 'user:default/kim',
    created: new Date('2026-01-20T12:00:00Z'),
    origin: 'plugin:service-health',
    payload: { title: `About ${id}`, ...payload },
  };
}

/** Those of one reader, in memory. */
class Inbox {
  failure?: Error;
  constructor(private unread: Notification[]) {}

  async getNotifications({ limit = 10 }) {
    return {
      notifications: this.unread.slice(0, limit),
      totalCount: this.unread.length,
    };
  }

  async updateNotifications({ ids }: { ids: string[] }) {
    if (this.failure) {
      throw this.failure;
    }
    this.unread = this.unread.filter(({ id }) => !ids.includes(id));
    return [];
  }
}

function show(inbox: Inbox, limit = 10) {
  renderInTestApp(
    <UnreadNotifications
      settings={{ limit }}
      period={period}
      environments={[]}
    />,
    { apis: [[notificationsApiRef, inbox as unknown as NotificationsApi]] },
  );
}

it('shows what is unread, and takes away what was read', async () => {
  show(
    new Inbox([notification('one', { link: '/dora' }), notification('two')]),
  );
  expect(
    await screen.findByRole('link', { name: 'About one' }),
  ).toHaveAttribute('href', '/dora');
  await userEvent.click(
    screen.getByRole('button', { name: 'Mark as read: About one' }),
  );
  expect(await screen.findByText('About two')).toBeInTheDocument();
  expect(screen.queryByText('About one')).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Mark these as read' }),
  );
  expect(
    await screen.findByText('You have read everything.'),
  ).toBeInTheDocument();
});

it('counts what does not fit', async () => {
  show(new Inbox(['one', 'two', 'three'].map(id => notification(id))), 2);
  expect(
    await screen.findByRole('link', {
      name: 'All notifications, 1 more unread',
    }),
  ).toBeInTheDocument();
});

it('opens nothing but pages', async () => {
  const link = ['javascript', 'alert(1)'].join(':');
  show(new Inbox([notification('one', { link })]));
  expect(await screen.findByText('About one')).toBeInTheDocument();
  expect(screen.getByText('About one').closest('a')).not.toHaveAttribute(
    'href',
  );
});

it('says what failed, and keeps what was not marked', async () => {
  const inbox = new Inbox([notification('one')]);
  inbox.failure = new Error('the database is away');
  show(inbox);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Mark as read: About one' }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'the database is away',
  );
  expect(screen.getByText('About one')).toBeInTheDocument();
});
