import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '@portal/plugin-metrics-react/testUtils';
import { webhooksApiRef } from '../../api';
import {
  consumer,
  deadLetter,
  InMemoryWebhooksApi,
  sender,
} from '../../testing';
import { WebhooksPage } from '.';

function show(api: InMemoryWebhooksApi, address = '/') {
  return renderInTestApp(<WebhooksPage />, {
    initialRouteEntries: [address],
    apis: [[webhooksApiRef, api], mockApis.permission()],
  });
}

/** The text in the clipboard that user-event put into the browser; its Blobs are not those that jsdom can read. */
async function copied(): Promise<string> {
  const [item] = await navigator.clipboard.read();
  return (await item.getType('text/plain')).text();
}

function part(name: string) {
  const heading = screen.getByRole('heading', { name });
  return within(heading.closest<HTMLElement>('[id]')!);
}

async function itemOf(list: string, name: string) {
  const heading = await part(list).findByRole('heading', { name });
  return heading.closest('li')!;
}

it('says what arrives, what was refused, and how a sender is turned on', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [
    sender({ id: 'gitlab', title: 'GitLab', configured: false, counts: [] }),
    sender({
      counts: [
        ...sender().counts,
        {
          event: '',
          outcome: 'unauthorized',
          count: 7,
          lastAt: new Date().toISOString(),
        },
      ],
    }),
  ];
  // Also replaces the clipboard of the browser with one in memory.
  const user = userEvent.setup();
  show(api);

  const github = await itemOf('Senders', 'GitHub');
  expect(github).toHaveTextContent('Its latest request was refused');
  expect(github).toHaveTextContent('Accepted1,200');
  expect(github).toHaveTextContent('Unauthorised7');
  expect(github).toHaveTextContent('2 minutes ago');
  expect(
    screen.getByText('No, requests of GitHub are refused'),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('link', {
      name: 'See why requests of GitHub were refused',
    }),
  ).toHaveAttribute('href', '#senders');
  await user.click(
    within(github).getByRole('button', { name: 'Details: GitHub' }),
  );
  const details = await screen.findByRole('dialog', { name: 'GitHub' });
  expect(
    within(details).getByRole('row', { name: /Refused before it was known/ }),
  ).toHaveTextContent('Unauthorised7');
  await user.keyboard('{Escape}');
  expect(details).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Set up: GitLab' }));
  const setup = await screen.findByRole('dialog', { name: 'Set up GitLab' });
  const [copyLines, copyAddress] = await within(setup).findAllByRole('button', {
    name: /^Copy: /,
  });
  await user.click(copyLines);
  expect(await copied()).toBe(
    "webhooks:\n  senders:\n    gitlab:\n      secrets: ['${GITLAB_WEBHOOK_TOKEN}']",
  );
  await user.click(copyAddress);
  expect(await copied()).toMatch(/^https?:.*\/api\/webhooks\/v1\/gitlab$/);
  expect(
    within(setup).getByRole('link', { name: 'Step by step' }),
  ).toHaveAttribute(
    'href',
    '/docs/default/component/portal/operator-guide/delivery-sources/gitlab/',
  );
});

it('shows how consumers keep up, and rewinds one after saying what that does', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  api.consumers = [
    consumer(),
    consumer({
      name: 'dora',
      lag: 10_000,
      oldestWaitingAt: new Date(Date.now() - 600_000).toISOString(),
      retrying: 4,
    }),
  ];
  const user = userEvent.setup();
  show(api);
  expect(await itemOf('Consumers', 'catalog')).toHaveTextContent('Keeps up');
  const dora = await itemOf('Consumers', 'dora');
  expect(dora).toHaveTextContent('Behind');
  expect(dora).toHaveTextContent('10,000 or more');
  expect(dora).toHaveTextContent('10 minutes ago');
  expect(dora).toHaveTextContent('Reads GitHub and GitLab');
  expect(screen.getByText('Yes: dora')).toBeInTheDocument();

  await user.click(await screen.findByRole('button', { name: 'Rewind: dora' }));
  const dialog = await screen.findByRole('dialog', { name: 'Rewind dora' });
  const field = within(dialog).getByLabelText('Read again from');
  expect(field).toHaveAccessibleDescription(
    /handed to dora once more.*can not be undone/s,
  );
  fireEvent.change(field, { target: { value: '2099-01-01T00:00' } });
  await user.click(within(dialog).getByRole('button', { name: 'Rewind' }));
  expect(await within(dialog).findByText(/has passed/)).toBeInTheDocument();
  expect(api.rewound).toEqual([]);

  api.changeFailure = await responseError(500, 'Error', 'Disk full');
  fireEvent.change(field, { target: { value: '2026-01-31T10:30' } });
  await user.click(within(dialog).getByRole('button', { name: 'Rewind' }));
  expect(await screen.findByText(/500: Disk full/)).toBeInTheDocument();
  api.changeFailure = undefined;
  await user.click(within(dialog).getByRole('button', { name: 'Rewind' }));
  expect(await screen.findByText(/^dora reads again from/)).toBeInTheDocument();
  const to = new Date('2026-01-31T10:30').toISOString();
  expect(api.rewound).toEqual([{ name: 'dora', to }]);
  expect(dialog).not.toBeInTheDocument();
});

it('pages through dead letters and replays one and all', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  const numbers = Array.from({ length: 45 }, (_, index) => 45 - index);
  api.deadLetters = numbers.map(number =>
    deadLetter(number, { consumer: number % 2 ? 'catalog' : 'dora' }),
  );
  api.consumers = [
    consumer({ deadLetters: 23 }),
    consumer({ name: 'dora', deadLetters: 22 }),
  ];
  const user = userEvent.setup();
  show(api);
  expect(
    await screen.findByRole('link', {
      name: 'Mend and replay 45 dead letters',
    }),
  ).toBeInTheDocument();
  const newest = await itemOf('Dead letters', 'push-45 from GitHub');
  expect(newest).toHaveTextContent('Given up by catalog after 8 tries');
  expect(newest).toHaveTextContent('Error: No such repository 45');
  expect(screen.getByText('20 shown, newest first.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  expect(
    await screen.findByText('40 shown, newest first.'),
  ).toBeInTheDocument();

  await user.click(within(newest).getByRole('button', { name: /^Replay: / }));
  expect(
    await screen.findByText('push-45 from GitHub is handed to catalog again'),
  ).toBeInTheDocument();
  await waitFor(() => expect(newest).not.toBeInTheDocument());
  expect(api.replayed).toEqual(['45']);
  // Where the keyboard goes on.
  expect(screen.getByText('40 shown, newest first.')).toHaveFocus();

  await user.click(screen.getByRole('button', { name: /Consumer$/ }));
  await user.click(await screen.findByRole('option', { name: 'dora' }));
  expect(
    await screen.findByText('20 shown, newest first.'),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Replay all 20 shown' }));
  expect(
    await screen.findByText('20 of 20 dead letters are handed over again'),
  ).toBeInTheDocument();
  expect(api.replayed).toHaveLength(21);
  expect(
    await screen.findByText('2 shown, newest first; no more.'),
  ).toBeInTheDocument();
  api.changeFailure = await responseError(403, 'NotAllowedError', 'Not yours');
  await user.click(screen.getByRole('button', { name: 'Replay all 2 shown' }));
  expect(
    await screen.findByText('2 dead letters could not be replayed'),
  ).toBeInTheDocument();
  expect(screen.getByText('Not yours')).toBeInTheDocument();
});

it('shows what was delivered, and cuts what is long', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  api.deadLetters = [deadLetter(1)];
  api.consumers = [consumer({ deadLetters: 1 })];
  const body = `{"id":12345678901234567890,"text":"${'x'.repeat(30_000)}"}`;
  const { sender: from, event, deliveryKey, receivedAt } = deadLetter(1);
  api.deliveries = [
    {
      id: '1001',
      sender: from,
      event,
      deliveryKey,
      receivedAt,
      headers: { 'x-github-event': 'push' },
      body,
    },
  ];
  const user = userEvent.setup();
  show(api);
  await user.click(
    await screen.findByRole('button', { name: /^Details: push-1/ }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'push-1 from GitHub',
  });
  expect(dialog).toHaveTextContent('Why the consumer catalog gave it up');
  expect(await within(dialog).findByText('x-github-event')).toBeInTheDocument();
  expect(dialog).toHaveTextContent('"id": 12345678901234567890,');
  expect(dialog).toHaveTextContent(
    `It has ${body.length.toLocaleString('en')} characters and is cut here`,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Copy: Body' }));
  expect(await copied()).toBe(body);
  await user.keyboard('{Escape}');
  expect(dialog).not.toBeInTheDocument();
});

it('opens a delivery by its address, and says where it is gone', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender()];
  show(api, '/webhooks?delivery=7');
  const dialog = await screen.findByRole('dialog', { name: 'Delivery' });
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'This delivery is no longer kept',
  );
  await userEvent.keyboard('{Escape}');
  expect(dialog).not.toBeInTheDocument();
});

it('looks again by itself, and keeps what it showed where that fails', async () => {
  jest.useFakeTimers();
  try {
    const api = new InMemoryWebhooksApi();
    api.senders = [sender()];
    api.consumers = [consumer()];
    show(api);
    const pass = (milliseconds: number) =>
      act(() => jest.advanceTimersByTimeAsync(milliseconds));
    await pass(100);
    const catalog = await itemOf('Consumers', 'catalog');
    expect(catalog).toHaveTextContent('Waiting0');
    api.consumers = [consumer({ lag: 12 })];
    await pass(15_000);
    expect(catalog).toHaveTextContent('Waiting12');

    api.failure = await responseError(503, 'Error', 'Starting');
    api.consumers = [consumer({ lag: 13 })];
    await pass(15_000);
    expect(catalog).toHaveTextContent('Waiting12');
    expect(screen.getAllByText(/503: Starting/)).toHaveLength(3);
    api.failure = undefined;
    await pass(15_000);
    expect(catalog).toHaveTextContent('Waiting13');
    expect(screen.queryByText(/503: Starting/)).not.toBeInTheDocument();
  } finally {
    jest.useRealTimers();
  }
});

it('leads on where nothing has arrived yet', async () => {
  const api = new InMemoryWebhooksApi();
  api.senders = [sender({ counts: [], lastReceivedAt: undefined })];
  show(api);
  expect(
    await screen.findByRole('link', { name: 'How webhooks are set up' }),
  ).toHaveAttribute(
    'href',
    '/docs/default/component/portal/operator-guide/webhooks/',
  );
  expect(screen.getByText('Nothing received yet')).toBeInTheDocument();
  expect(await screen.findByText('No dead letters.')).toBeInTheDocument();
  expect(
    await screen.findByText(/Nothing of this portal reads deliveries yet/),
  ).toBeInTheDocument();
});

it('says which permission is needed, once', async () => {
  const api = new InMemoryWebhooksApi();
  api.failure = await responseError(403, 'NotAllowedError', 'Unauthorized');
  show(api);
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
  expect(screen.getByRole('alert')).toHaveTextContent('webhooks.delivery.read');
});
