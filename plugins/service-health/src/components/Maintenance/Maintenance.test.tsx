import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { responseError } from '@portal/plugin-metrics-react/testUtils';
import type { MaintenanceWindow } from '@portal/plugin-service-health-common';
import { serviceHealthApiRef } from '@portal/plugin-service-health-react';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { check, history, InMemoryServiceHealthApi } from '../../testing';
import { HealthTab } from '../HealthTab';

const hour = 3_600_000;

function fromNow(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

function window(part: Partial<MaintenanceWindow>): MaintenanceWindow {
  return {
    id: '7',
    entityRef: check.entityRef,
    environment: 'PROD1',
    from: fromNow(-hour),
    to: fromNow(hour),
    reason: 'New disks',
    createdBy: 'user:default/ada',
    ...part,
  };
}

function show(api: InMemoryServiceHealthApi) {
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'v1',
        kind: 'Component',
        metadata: { name: 'shop' },
      }}
    >
      <HealthTab />
    </EntityProvider>,
    {
      apis: [[serviceHealthApiRef, api], mockApis.permission()],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
  return userEvent.setup();
}

const inTwoPlaces = {
  ...history,
  checks: [check, { ...check, id: '2', environment: 'UAT1' }],
};

it('plans maintenance with the keyboard, after it said what is missing and where', async () => {
  const api = new InMemoryServiceHealthApi(inTwoPlaces);
  const user = show(api);
  const open = await screen.findByRole('button', { name: 'Plan maintenance' });
  expect(screen.getByText('None runs, and none is planned.')).toBeVisible();
  act(() => open.focus());
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', {
    name: 'Plan maintenance',
  });
  const inDialog = within(dialog);
  const place = inDialog.getByRole('button', { name: /Environment/ });
  const reason = inDialog.getByRole('textbox', { name: /Reason/ });
  const announce = inDialog.getByRole('button', { name: 'Announce' });
  expect(inDialog.queryByText(/Say why/)).not.toBeInTheDocument();

  await user.click(announce);
  expect(place).toHaveAccessibleDescription(/Choose an environment/);
  expect(reason).toHaveAccessibleDescription(/Say why/);
  expect(place).toHaveFocus();
  expect(api.history.maintenance).toEqual([]);

  await user.keyboard('{Enter}');
  expect(
    (await screen.findAllByRole('option')).map(option => option.textContent),
  ).toEqual(['PROD1', 'UAT1', 'All environments']);
  await user.click(screen.getByRole('option', { name: 'All environments' }));
  await user.click(reason);
  await user.keyboard('New disks');
  await user.tab();
  expect(inDialog.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await user.tab();
  expect(announce).toHaveFocus();
  await user.keyboard('{Enter}');

  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(
    await screen.findByText('Maintenance of all environments is announced'),
  ).toBeInTheDocument();
  const [planned] = api.history.maintenance;
  expect(planned).toMatchObject({
    entityRef: 'component:default/shop',
    environment: undefined,
    reason: 'New disks',
  });
  expect(Date.parse(planned.to) - Date.now()).toBeGreaterThan(hour - 120_000);
  const item = (await screen.findByText('New disks')).closest('li')!;
  expect(item).toHaveTextContent('All environments under maintenance');
  expect(item).toHaveTextContent(/UTC to .*UTC/);
  expect(within(item).getByRole('link', { name: 'ada' })).toBeInTheDocument();
});

it('plans for later in UTC, says what is wrong with times, and why the portal refused', async () => {
  const api = new InMemoryServiceHealthApi(history);
  const user = show(api);
  await user.click(
    await screen.findByRole('button', { name: 'Plan maintenance' }),
  );
  const dialog = await screen.findByRole('dialog');
  const inDialog = within(dialog);
  // The only environment is chosen.
  expect(
    inDialog.getByRole('button', { name: /Environment/ }),
  ).toHaveTextContent('PROD1');
  await user.type(inDialog.getByRole('textbox', { name: /Reason/ }), 'Disks');
  await user.click(inDialog.getByRole('radio', { name: 'Later' }));
  const begin = inDialog.getByLabelText('Begins at (UTC)');
  const end = inDialog.getByLabelText('Ends at (UTC)');
  const announce = inDialog.getByRole('button', { name: 'Announce' });

  fireEvent.change(begin, { target: { value: '2020-01-31T22:00' } });
  expect(end).toHaveValue('2020-01-31T23:00');
  await user.click(announce);
  expect(begin).toHaveAccessibleDescription(/has passed.*or Now/);
  expect(begin).toBeInvalid();
  expect(begin).toHaveFocus();
  expect(end).toHaveAccessibleDescription(/has passed/);

  const year = new Date().getUTCFullYear() + 1;
  fireEvent.change(begin, { target: { value: `${year}-01-31T22:00` } });
  expect(begin).toBeValid();
  fireEvent.change(end, { target: { value: `${year}-01-31T21:00` } });
  expect(end).toHaveAccessibleDescription(/ends before it begins/);
  fireEvent.change(end, { target: { value: `${year}-02-01T00:30` } });

  api.changeFailure = await responseError(
    403,
    'NotAllowedError',
    'The permission service-health.maintenance.manage is needed',
  );
  await user.click(announce);
  expect(await inDialog.findByRole('alert')).toHaveTextContent(
    /was not announced.*service-health.maintenance.manage is needed/,
  );
  api.changeFailure = undefined;
  await user.click(announce);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(api.history.maintenance).toMatchObject([
    {
      environment: 'PROD1',
      from: `${year}-01-31T22:00:00.000Z`,
      to: `${year}-02-01T00:30:00.000Z`,
    },
  ]);
  const item = (await screen.findByText('Disks')).closest('li')!;
  expect(item).toHaveTextContent('PROD1 planned');
});

it('ends what runs and calls off what is planned, after asking', async () => {
  const api = new InMemoryServiceHealthApi({
    ...history,
    maintenance: [
      window({}),
      window({
        id: '8',
        environment: undefined,
        from: fromNow(hour),
        to: fromNow(2 * hour),
        reason: 'New network',
        createdBy: 'a service',
      }),
    ],
  });
  const user = show(api);
  const end = await screen.findByRole('button', {
    name: 'End now: PROD1, New disks',
  });
  expect(screen.getByText(/Announced by a service/)).toBeInTheDocument();

  await user.click(end);
  let dialog = await screen.findByRole('dialog', {
    name: 'End maintenance of PROD1 now?',
  });
  await user.keyboard('{Escape}');
  expect(dialog).not.toBeInTheDocument();
  expect(api.history.maintenance).toHaveLength(2);
  await waitFor(() => expect(end).toHaveFocus());

  await user.click(end);
  dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('counts again');
  api.changeFailure = await responseError(500, 'Error', 'Disk full');
  await user.click(within(dialog).getByRole('button', { name: 'End now' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'The portal answered 500: Disk full. Try again in a minute.',
  );
  api.changeFailure = undefined;
  await user.click(within(dialog).getByRole('button', { name: 'End now' }));
  expect(
    await screen.findByText('Maintenance of PROD1 is over'),
  ).toBeInTheDocument();
  await waitFor(() => expect(end).not.toBeInTheDocument());
  // Where the keyboard goes on.
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'Maintenance' })).toHaveFocus(),
  );

  await user.click(
    screen.getByRole('button', {
      name: 'Call off: all environments, New network',
    }),
  );
  dialog = await screen.findByRole('dialog', {
    name: 'Call off maintenance of all environments?',
  });
  expect(dialog).toHaveTextContent(/will not begin on .*UTC/);
  // Somebody else is faster.
  api.history = { ...api.history, maintenance: [] };
  await user.click(within(dialog).getByRole('button', { name: 'Call off' }));
  expect(
    await screen.findByText('Maintenance of all environments is called off'),
  ).toBeInTheDocument();
  expect(
    await screen.findByText('None runs, and none is planned.'),
  ).toBeInTheDocument();
});
