import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  NotificationsApi,
  notificationsApiRef,
} from '@backstage/plugin-notifications';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, render, screen } from '@testing-library/react';
import { UnreadBadge } from './UnreadBadge';

type Status = Awaited<ReturnType<NotificationsApi['getStatus']>>;

function setUp(status: () => Promise<Status>) {
  const listeners = new Set<() => void>();
  const signals: Pick<SignalApi, 'subscribe'> = {
    subscribe(channel, listener) {
      expect(channel).toBe('notifications');
      const notify = () => listener({} as Parameters<typeof listener>[0]);
      listeners.add(notify);
      return { unsubscribe: () => listeners.delete(notify) };
    },
  };
  const { unmount } = render(
    <TestApiProvider
      apis={[
        [notificationsApiRef, { getStatus: status }],
        [signalApiRef, signals],
      ]}
    >
      <UnreadBadge />
    </TestApiProvider>,
  );
  const signal = () => act(async () => listeners.forEach(notify => notify()));
  return { signal, listeners, unmount };
}

it('counts what is unread, and counts again at each signal', async () => {
  let unread = 2;
  const { signal, listeners, unmount } = setUp(async () => ({
    unread,
    read: 0,
  }));
  expect(await screen.findByText('2')).toBeInTheDocument();

  unread = 120;
  await signal();
  expect(await screen.findByText('99+')).toBeInTheDocument();

  unread = 0;
  await signal();
  expect(screen.queryByText(/unread/)).not.toBeInTheDocument();

  unmount();
  expect(listeners.size).toBe(0);
});

it('shows nothing when the count cannot be had', async () => {
  const { signal } = setUp(async () => {
    throw new Error('down');
  });
  await signal();
  expect(screen.queryByText(/unread/)).not.toBeInTheDocument();
});
