import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recordDownloads, weekPoint } from '../../testUtils';
import { SeriesChart, type SeriesChartProps } from '.';

const series = [
  {
    id: 'web',
    name: 'Web <b>shop</b>',
    points: [
      weekPoint(0),
      weekPoint(1),
      weekPoint(2, { value: undefined, state: 'insufficient-data' as const }),
      weekPoint(3),
      weekPoint(4, { complete: false }),
    ],
  },
  {
    id: 'app',
    name: 'App',
    points: [0, 1, 2, 3, 4].map(index =>
      weekPoint(index, { value: 12, complete: index < 4 }),
    ),
  },
];
const marks = [{ at: '2025-10-14T10:00:00.000Z', label: 'New formula' }];

async function show(props: Partial<SeriesChartProps> = {}) {
  const view = render(
    <SeriesChart
      title="Waiting time by system"
      series={series}
      unit="h"
      marks={marks}
      fileName="waiting"
      {...props}
    />,
  );
  const chart = screen.getByRole('slider', {
    name: 'Waiting time by system',
  });
  await waitFor(() => expect(chart).toHaveAttribute('aria-busy', 'false'), {
    timeout: 20_000,
  });
  return { ...view, chart };
}

// Numbers and units are kept on one line by a space of their own.
const spoken = (chart: HTMLElement) =>
  chart.getAttribute('aria-valuetext')?.replace(/\s/g, ' ');

it('goes through every point by keys and says it aloud', async () => {
  const onOpen = jest.fn();
  const { chart } = await show({ onOpen });
  expect(chart).toHaveAccessibleDescription(
    'The arrow keys go through 5 points. Enter opens one.',
  );
  await act(async () => chart.focus());
  expect(spoken(chart)).toMatch(
    /Web <b>shop<\/b>: 5 days, App: 12 hours, Not over yet$/,
  );
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(spoken(chart)).toMatch(/: 2 days, App: 12 hours, New formula$/);
  // For the eye the same stands beside the point, as text and never as markup.
  expect(screen.getByText('Web <b>shop</b>: 2 d')).toBeInTheDocument();

  await userEvent.keyboard('{ArrowRight}');
  expect(spoken(chart)).toMatch('Web <b>shop</b>: no value');
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith('2025-10-20T00:00:00.000Z');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('App: 12 h')).not.toBeInTheDocument();
});

it('finds the nearest point under the pointer', async () => {
  const { chart } = await show();
  // 720 wide until it is measured: 72 for the axis, 128 for names, 104 for each of five points.
  await userEvent.pointer({ target: chart, coords: { clientX: 230 } });
  expect(screen.getByText('Web <b>shop</b>: 2 d')).toBeInTheDocument();
  await userEvent.unhover(chart);
  expect(screen.queryByText('Web <b>shop</b>: 2 d')).not.toBeInTheDocument();
});

it('draws gaps as gaps, and dashes towards what is not over', async () => {
  const { chart } = await show();
  const lines = () =>
    [...chart.querySelectorAll('path[fill="none"]')].filter(path =>
      /^M[\d.]+ [\d.]+L/.test(path.getAttribute('d') ?? ''),
    );
  await waitFor(() => expect(lines().length).toBeGreaterThan(0));
  const dashed = lines().filter(
    path => path.getAttribute('stroke-dasharray') === '4,5',
  );
  expect(dashed).toHaveLength(2);
});

it('gives the same as a table and as a file', async () => {
  const downloads = recordDownloads();
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  const [file] = await downloads.read();
  downloads.restore();
  expect(file.text.split('\r\n').slice(0, 4)).toEqual([
    'from,web,app,complete',
    '2025-10-06T00:00:00.000Z,24,12,true',
    '2025-10-13T00:00:00.000Z,48,12,true',
    '2025-10-20T00:00:00.000Z,,12,true',
  ]);

  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('grid')).getAllByRole('row');
  expect(rows).toHaveLength(6);
  expect(rows[1]).toHaveTextContent('Not yet');
});

it('says when there is nothing to draw', () => {
  render(
    <SeriesChart title="Nothing" series={[]} unit="h" fileName="nothing" />,
  );
  expect(screen.getByText(/There is no value in this period/)).toBeVisible();
});
