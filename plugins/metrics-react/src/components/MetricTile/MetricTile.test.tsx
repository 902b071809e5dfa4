import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import type { MetricValue } from '@portal/plugin-metrics-common';
import { frequencyDefinition, waitingTimeDefinition } from '../../testUtils';
import { MetricTile, MetricTileSkeleton, type MetricTileProps } from '.';

const hours = (value: number): MetricValue => ({
  state: 'ok',
  value,
  unit: 'h',
  sampleSize: 152,
});

function renderTile(props: Partial<MetricTileProps>) {
  const all: MetricTileProps = {
    definition: waitingTimeDefinition,
    value: hours(52),
    previous: hours(64),
    before: 'the 90 days before',
    points: [],
    onRetry: jest.fn(),
    action: { kind: 'select', selected: false, onSelect: jest.fn() },
    ...props,
  };
  return render(
    <MemoryRouter>
      <MetricTile {...all} />
    </MemoryRouter>,
  );
}

const missing = (state: MetricValue['state'], more: Partial<MetricValue>) => ({
  state,
  unit: 'h' as const,
  sampleSize: 0,
  ...more,
});

it('shows value, change with its judgement, and what the value rests on', () => {
  renderTile({});
  expect(screen.getByText('2 d 4 h')).toBeInTheDocument();
  expect(screen.getByText('2 days 4 hours')).toBeInTheDocument();
  expect(screen.getByText('12 h shorter, better')).toBeInTheDocument();
  expect(screen.getByText('n = 152 changes')).toBeInTheDocument();
});

it('leaves nothing behind when it is drawn again', () => {
  // Where React Aria notes what it has to clean up once a component is gone.
  const noted = jest.spyOn(FinalizationRegistry.prototype, 'register');
  const { rerender } = renderTile({ surface: 'fill' });
  expect(noted).toHaveBeenCalled();
  noted.mockClear();
  rerender(
    <MemoryRouter>
      <MetricTile
        definition={{ ...waitingTimeDefinition }}
        value={hours(40)}
        points={[]}
        surface="fill"
        onRetry={jest.fn()}
      />
    </MemoryRouter>,
  );
  expect(screen.getByText('1 d 16 h')).toBeInTheDocument();
  expect(noted).not.toHaveBeenCalled();
  noted.mockRestore();
});

it('names the tier of the value and who ranks it so', () => {
  renderTile({
    tier: {
      name: 'High',
      level: 3,
      levels: 4,
      edition: '2023',
      explanation: 'High in the survey of 2023: less than a week',
    },
  });
  expect(
    screen.getByText('High in the survey of 2023: less than a week'),
  ).toBeInTheDocument();
});

it('judges a change by what is better, not by its sign', () => {
  const perWeek = (value: number): MetricValue => ({
    state: 'ok',
    value,
    unit: '1/week',
    sampleSize: 9,
  });
  renderTile({
    definition: frequencyDefinition,
    value: perWeek(1),
    previous: perWeek(2.5),
  });
  expect(
    screen.getByText('1.5 per week fewer, worse', { exact: false }),
  ).toBeInTheDocument();
});

it('says when there is nothing to compare with, and when nothing changed', () => {
  const { unmount } = renderTile({
    previous: missing('insufficient-data', {}),
  });
  expect(
    screen.getByText('Nothing to compare with in the 90 days before'),
  ).toBeInTheDocument();
  unmount();

  renderTile({ previous: hours(52) });
  expect(screen.getByText(/no change against/)).toBeInTheDocument();
});

it('compares nothing where a page does not', () => {
  renderTile({ previous: undefined, before: undefined });
  expect(screen.getByText('2 d 4 h')).toBeInTheDocument();
  expect(screen.queryByText(/compare|better|worse/)).not.toBeInTheDocument();
});

it('says how much data is missing and the cure', () => {
  renderTile({
    value: missing('insufficient-data', {
      have: 0,
      need: 1,
      cure: 'Merge changes so that they differ from their deployment.',
    }),
  });
  expect(screen.getByText('0 of 1 changes needed')).toBeInTheDocument();
  expect(screen.getByText(/^Merge changes/)).toBeInTheDocument();
});

it('leads from a missing connection to the documentation', () => {
  renderTile({
    value: missing('not-configured', { cure: 'Name it.' }),
    connect: { href: '/docs/connect', label: 'Connect releases' },
  });
  expect(screen.getByText('Not connected')).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'Connect releases' }),
  ).toHaveAttribute('href', '/docs/connect');
});

it('says since when a source fails and offers another try', async () => {
  const onRetry = jest.fn();
  const since = new Date(Date.now() - 2 * 86_400_000).toISOString();
  renderTile({
    value: missing('source-error', { since, cure: 'No access.' }),
    onRetry,
  });
  expect(screen.getByText('Source failed since 2 days ago')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('keeps an old value and says how old it is', () => {
  const since = new Date(Date.now() - 3 * 86_400_000).toISOString();
  renderTile({ value: { ...hours(52), state: 'stale', since } });
  expect(screen.getByText('2 d 4 h')).toBeInTheDocument();
  expect(screen.getByText(/Out of date since 3 days ago/)).toBeInTheDocument();
});

it('explains itself to keyboard users', async () => {
  renderTile({});
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Waiting time' })).toHaveFocus();
  await userEvent.tab();
  expect(
    screen.getByRole('button', { name: 'What is waiting time?' }),
  ).toHaveFocus();
  expect(await screen.findByRole('tooltip')).toHaveTextContent(
    'Median (interpolated)',
  );
});

it('is chosen by a click, or leads to its evidence', async () => {
  const onSelect = jest.fn();
  const { unmount } = renderTile({
    action: { kind: 'select', selected: true, onSelect },
  });
  const button = screen.getByRole('button', { name: 'Waiting time' });
  expect(button).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(button);
  expect(onSelect).toHaveBeenCalledTimes(1);
  unmount();

  renderTile({ action: { kind: 'link', href: '/there' }, surface: 'plain' });
  expect(screen.getByRole('link', { name: 'Waiting time' })).toHaveAttribute(
    'href',
    '/there',
  );
});

it('shows where the values of a group lie where it has none of its own', () => {
  renderTile({
    value: { state: 'ok', unit: 'h', sampleSize: 12 },
    distribution: {
      count: 12,
      quantiles: {
        min: 1,
        p10: 2,
        p25: 12,
        p50: 24,
        p75: 52,
        p90: 80,
        max: 96,
      },
      histogram: [],
      bands: [
        { id: 'fast', title: 'Fast', count: 9 },
        { id: 'slow', title: 'Slow', count: 3 },
      ],
    },
    action: undefined,
  });
  expect(screen.getByText('12 h – 2 d 4 h')).toBeInTheDocument();
  expect(
    screen.getByText('The middle half of 12 services'),
  ).toBeInTheDocument();
  expect(screen.getByRole('img')).toHaveAccessibleName(/Fast: 9, 75.0%/);
  expect(
    screen.queryByRole('button', { name: 'Waiting time' }),
  ).not.toBeInTheDocument();
});

it('keeps its shape without a figure', () => {
  const { rerender } = render(<MetricTileSkeleton title="Waiting time" />);
  expect(screen.getByRole('article')).toHaveTextContent('Waiting time');
  rerender(
    <MetricTileSkeleton
      title="Waiting time"
      failure="No permission"
      cure="An administrator can grant releases.read."
    />,
  );
  expect(screen.getByRole('article')).toHaveTextContent('No permission');
  expect(screen.getByText(/can grant releases.read/)).toBeInTheDocument();
});
