import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  AnswerMemory,
  answerMemoryApiRef,
  BatchingMetrics,
  metricsApiRef,
} from '@portal/plugin-metrics-react';
import { BoardRefresh, type WidgetProps } from '@portal/plugin-widgets-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { TableWidget } from './components/TableWidget';
import { TileWidget } from './components/TileWidget';
import { TrendWidget } from './components/TrendWidget';
import { InMemoryMetricStore } from './testing';

type Tile = [ComponentType<WidgetProps>, WidgetProps['settings']];

const period = { from: '2026-01-01T00:00:00Z', to: '2026-01-29T00:00:00Z' };
const shop = 'component:default/shop';

function Board({ tiles, entityRef }: { tiles: Tile[]; entityRef?: string }) {
  const [count, setCount] = useState(0);
  return (
    <BoardRefresh count={count}>
      <button onClick={() => setCount(count + 1)}>Refresh</button>
      {tiles.map(([Widget, settings]) => (
        <section key={JSON.stringify(settings)}>
          <Widget
            settings={settings}
            period={period}
            environments={[]}
            entityRef={entityRef}
          />
        </section>
      ))}
    </BoardRefresh>
  );
}

function show(tiles: Tile[], entityRef?: string) {
  const store = new InMemoryMetricStore();
  renderInTestApp(<Board tiles={tiles} entityRef={entityRef} />, {
    apis: [
      [metricsApiRef, BatchingMetrics.create({ client: store })],
      [answerMemoryApiRef, AnswerMemory.create()],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
  return store;
}

const refresh = () =>
  userEvent.click(screen.getByRole('button', { name: 'Refresh' }));

it('fills all tiles with one request, and each fails alone', async () => {
  const store = show([
    [TileWidget, { metric: 'releaseFrequency', entityRef: shop }],
    [TileWidget, { metric: 'waitingTime', entityRef: 'group:default/red' }],
    [TileWidget, { metric: 'nothing', entityRef: shop }],
    [TableWidget, { metrics: ['releaseFrequency'], limit: 5 }],
  ]);
  expect(
    await screen.findByRole('link', { name: 'Release frequency' }),
  ).toHaveAttribute('href', '/catalog/default/component/shop');
  expect(screen.getAllByText('3 per week')).toHaveLength(2);
  expect(screen.getByText('2 h – 4 h')).toBeInTheDocument();
  expect(screen.getByText(/, 2 of 3 services$/)).toBeInTheDocument();
  expect(screen.getByText('Not found')).toBeInTheDocument();
  expect(store.requests).toEqual(['batch']);

  store.releases.set(shop, 4);
  await refresh();
  expect(await screen.findAllByText('4 per week')).toHaveLength(2);
  expect(store.requests).toEqual(['batch', 'batch']);
});

it('keeps the last figure with its age when a refresh fails', async () => {
  const store = show([
    [TileWidget, { metric: 'releaseFrequency', entityRef: shop }],
  ]);
  await screen.findByText('3 per week');
  store.failure = new TypeError('Failed to fetch');
  await refresh();
  expect(await screen.findByText(/Could not load; from/)).toBeInTheDocument();
  expect(screen.getByText('3 per week')).toBeInTheDocument();
  store.failure = undefined;
  await refresh();
  await waitFor(() =>
    expect(screen.queryByText(/Could not load/)).not.toBeInTheDocument(),
  );
});

it('says why there is nothing when the store can not be asked', async () => {
  const store = show([
    [TrendWidget, { metric: 'releaseFrequency', entityRef: shop }],
  ]);
  store.failure = new TypeError('Failed to fetch');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The portal could not be reached',
  );
  store.failure = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(
    await screen.findByRole('heading', {
      name: 'Release frequency, by week from Monday',
    }),
  ).toBeInTheDocument();
});

it('is about the entity on whose page it stands, in the environment that is named', async () => {
  const store = show(
    [[TileWidget, { metric: 'releaseFrequency', environment: 'prod1' }]],
    shop,
  );
  expect(await screen.findByText('3 per week')).toBeInTheDocument();
  expect(store.questions[0]).toMatchObject({
    latest: { entityRefs: [shop], dimension: 'PROD1', window: 28 },
  });
  expect(screen.getByText(/, 28 days$/)).toHaveTextContent(
    'shop, PROD1, 28 days',
  );
});

it('shows where the services of a group lie over time', async () => {
  show([[TrendWidget, { metric: 'waitingTime', entityRef: 'everything' }]]);
  expect(
    await screen.findByRole('heading', {
      name: 'Waiting time, the middle half of the services',
    }),
  ).toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Series' })).toHaveTextContent(
    'Half of services below',
  );
});

it('compares entities, worst first, and in the order that is asked for', async () => {
  show([
    [TableWidget, { metrics: ['releaseFrequency', 'waitingTime'], limit: 2 }],
  ]);
  const names = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(row => within(row).getByRole('rowheader').textContent);
  await screen.findByRole('table');
  expect(names()).toEqual(['till', 'shop']);
  expect(screen.getByText('2 of 3 shown')).toBeInTheDocument();
  expect(screen.getAllByText('No data')).toHaveLength(2);
  const heading = screen.getByRole('columnheader', {
    name: 'Release frequency',
  });
  expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(
    screen.getByRole('button', { name: 'Release frequency' }),
  );
  expect(names()).toEqual(['quay', 'shop']);
  expect(heading).toHaveAttribute('aria-sort', 'descending');
});

it('compares entities and groups that are named', async () => {
  const store = show([
    [
      TableWidget,
      {
        metrics: ['waitingTime'],
        rows: ['group:default/red', 'component:shop'],
        limit: 20,
      },
    ],
  ]);
  const [, group, component] = await screen.findAllByRole('row');
  expect(group).toHaveTextContent('red2 h – 4 h');
  expect(component).toHaveTextContent('shopNo data');
  expect(store.requests).toEqual(['batch']);
});
