import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { missingMetrics } from '@portal/plugin-dora-common';
import { doraApiRef } from '../../api';
import { daysOf } from '@portal/plugin-metrics-react';
import { responseError } from '@portal/plugin-metrics-react/testUtils';
import {
  deployment,
  gitSource,
  healthyMetrics,
  InMemoryDoraApi,
} from '../../testing';
import { DeliveryContent } from '.';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'portal', namespace: 'default' },
};

function Address() {
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="Address">{useLocation().search}</output>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

function show(api: InMemoryDoraApi, query = '') {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <DeliveryContent />
      <Address />
    </EntityProvider>,
    { apis: [[doraApiRef, api]], initialRouteEntries: [`/${query}`] },
  );
}

const address = () => screen.getByRole('status', { name: 'Address' });
const tile = (name: string) => screen.findByRole('button', { name });

it('answers with tiles, trend, deployments and sources', async () => {
  const api = new InMemoryDoraApi();
  api.previous = {
    ...healthyMetrics,
    changeLeadTime: { ...healthyMetrics.changeLeadTime, value: 40 },
  };
  api.deployments = [deployment(7)];
  show(api);

  expect(await tile('Change lead time')).toBeInTheDocument();
  expect(screen.getByText('2.1 per week')).toBeInTheDocument();
  expect(
    screen.getByText('12 h longer, worse', { exact: false }),
  ).toBeInTheDocument();
  expect(screen.getByText(/than the 90 days before/)).toBeInTheDocument();
  expect(
    screen.getByRole('slider', { name: 'Deployment frequency over time' }),
  ).toBeInTheDocument();
  expect(await screen.findByText('v1.7.0')).toBeInTheDocument();
  expect(screen.getByText('Working')).toBeInTheDocument();
  expect(screen.queryByText('Demo data')).not.toBeInTheDocument();
});

it('shows the shape of what is coming first', async () => {
  const api = new InMemoryDoraApi();
  let answer = () => {};
  const gate = new Promise<void>(resolve => {
    answer = resolve;
  });
  const getSources = api.getSources.bind(api);
  api.getSources = async () => {
    await gate;
    return getSources();
  };
  show(api);
  const page = await screen.findByRole('region', { name: 'Delivery' });
  expect(page.querySelectorAll('[aria-busy="true"]').length).toBeGreaterThan(0);
  expect(within(page).queryByText('2.1 per week')).not.toBeInTheDocument();
  answer();
  expect(await screen.findByText('2.1 per week')).toBeInTheDocument();
});

it('keeps the view in the address, so that a link reproduces it and Back works', async () => {
  const api = new InMemoryDoraApi();
  show(api, '?from=2025-01-01&to=2025-12-31&metric=changeFailRate');
  expect(
    await screen.findByRole('slider', { name: 'Change fail rate over time' }),
  ).toBeInTheDocument();
  expect(api.asked[0].period).toEqual({
    from: '2025-01-01T00:00:00.000Z',
    to: '2026-01-01T00:00:00.000Z',
  });

  await userEvent.click(screen.getByRole('radio', { name: '28 days' }));
  await tile('Change fail rate');
  expect(address()).toHaveTextContent('?metric=changeFailRate&period=28');
  expect(daysOf(api.asked[2].period)).toBe(28);

  await userEvent.click(await tile('Change lead time'));
  expect(address()).toHaveTextContent('?metric=changeLeadTime&period=28');
  expect(
    screen.getByRole('slider', { name: 'Change lead time over time' }),
  ).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByLabelText('First day')).toHaveValue('2025-01-01');
  expect(
    await screen.findByRole('slider', { name: 'Change fail rate over time' }),
  ).toBeInTheDocument();
});

it('shows an entity of which nothing is known as an invitation', async () => {
  const api = new InMemoryDoraApi();
  const nothing = missingMetrics({ state: 'not-configured' });
  Object.assign(api, { current: nothing, previous: nothing, sources: [] });
  api.trend = [nothing];
  show(api);
  expect(await screen.findAllByText('Not connected')).toHaveLength(5);
  expect(
    screen.getAllByRole('link', { name: 'Connect deployments' }),
  ).toHaveLength(6);
});

it('says who can grant the permission', async () => {
  const api = new InMemoryDoraApi();
  api.failure = await responseError(403, 'NotAllowedError', 'Unauthorized');
  show(api);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /An administrator .* can grant it/,
  );
  expect(screen.getAllByText('No permission')).toHaveLength(5);
  expect(
    screen.queryByRole('button', { name: 'Try again' }),
  ).not.toBeInTheDocument();
});

it('recovers from a failure when tried again', async () => {
  const api = new InMemoryDoraApi();
  api.failure = new TypeError('Failed to fetch');
  show(api);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The portal could not be reached',
  );
  api.failure = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('2.1 per week')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('labels demo facts everywhere', async () => {
  const api = new InMemoryDoraApi();
  api.sources = [{ ...gitSource, source: 'import', demo: true }];
  api.deployments = [deployment(7, { demo: true })];
  show(api);
  await screen.findByText('v1.7.0');
  // Beside the title, in the chart and the calendar, at the deployment and at the source.
  await waitFor(() => expect(screen.getAllByText('Demo data')).toHaveLength(5));
});

it('loads more deployments, and tries again when one page fails', async () => {
  const api = new InMemoryDoraApi();
  api.pageSize = 2;
  api.deployments = [5, 4, 3, 2, 1].map(day => deployment(day));
  show(api);
  await screen.findByText('v1.4.0');
  expect(screen.queryByText('v1.3.0')).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('v1.2.0')).toBeInTheDocument();

  api.failure = new TypeError('Failed to fetch');
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Failed to fetch');
  expect(screen.getByText('v1.5.0')).toBeInTheDocument();

  api.failure = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('v1.1.0')).toBeInTheDocument();
  expect(screen.getByText(/5 deployments shown, no more/)).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Load more' }),
  ).not.toBeInTheDocument();
});

it('looks again by itself while a source is read for the first time', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  try {
    const api = new InMemoryDoraApi();
    api.current = missingMetrics({ state: 'pending' });
    api.sources = [{ ...gitSource, state: 'pending' }];
    show(api);
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(
      screen.getByText('Being read for the first time'),
    ).toBeInTheDocument();

    Object.assign(api, { current: healthyMetrics, sources: [gitSource] });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(screen.getByText('2.1 per week')).toBeInTheDocument();
  } finally {
    jest.useRealTimers();
  }
});
