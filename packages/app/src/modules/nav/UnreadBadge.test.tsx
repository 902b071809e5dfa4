import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  NotificationsApi,
  notificationsApiRef,
} from '@backstage/plugin-notifications';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { UnreadBadge } from './UnreadBadge';

type Status = Awaited<ReturnType<NotificationsApi['getStatus']>>;

function setUp(status: () => Promise<Status>, places = 1) {
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
      {Array.from({ length: places }, (_, place) => (
        <UnreadBadge key={place} />
      ))}
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
  await waitFor(() => expect(listeners.size).toBe(0));
});

it('counts once for all places that show it', async () => {
  const status = jest.fn(async () => ({ unread: 3, read: 0 }));
  const places = setUp(status, 3);
  expect(await screen.findAllByText('3')).toHaveLength(3);
  expect(status).toHaveBeenCalledTimes(1);
  await places.signal();
  expect(status).toHaveBeenCalledTimes(2);
});

it('shows nothing when the count cannot be had', async () => {
  const { signal } = setUp(async () => {
    throw new Error('down');
  });
  await signal();
  expect(screen.queryByText(/unread/)).not.toBeInTheDocument();
});
