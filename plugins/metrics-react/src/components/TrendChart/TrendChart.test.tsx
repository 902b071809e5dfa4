import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  frequencyDefinition,
  recordDownloads,
  waitingTimeDefinition,
  weekPoint as week,
} from '../../testUtils';
import { TrendChart, type TrendChartProps } from '.';

const points = [
  week(0),
  week(1),
  week(2, { value: undefined, state: 'insufficient-data', sampleSize: 0 }),
  week(3),
  week(4, { complete: false }),
];

function renderChart(props: Partial<TrendChartProps> = {}) {
  return render(
    <TrendChart
      definition={waitingTimeDefinition}
      value={{ state: 'ok', value: 52, unit: 'h', sampleSize: 12 }}
      points={points}
      interval="week"
      demo={false}
      {...props}
    />,
  );
}

it('reaches every point with the keyboard and speaks it', async () => {
  renderChart();
  const chart = screen.getByRole('slider', {
    name: 'Waiting time over time',
  });
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  expect(chart).toHaveFocus();
  expect(chart).toHaveAttribute('aria-valuemax', '5');
  expect(chart).toHaveAttribute('aria-valuenow', '5');
  expect(chart).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/: 5\sdays, n = 5 changes, not over yet$/),
  );

  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(chart).toHaveAttribute('aria-valuenow', '3');
  expect(chart).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/no value, n = 0 changes$/),
  );
  expect(screen.getByText('no value')).toBeInTheDocument();

  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(chart).toHaveAttribute('aria-valuenow', '1');
  expect(screen.getByText('n = 1 changes')).toBeInTheDocument();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('n = 1 changes')).not.toBeInTheDocument();
  await userEvent.keyboard('{End}{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuenow', '5');
});

it('opens what a point rests on, by keyboard and by pointer', async () => {
  const onOpen = jest.fn();
  renderChart({ onOpen });
  expect(screen.getByText(/Choose a point/)).toBeInTheDocument();
  const chart = screen.getByRole('slider');
  expect(chart).toHaveAccessibleDescription(/Enter opens one/);
  chart.focus();
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(onOpen).toHaveBeenLastCalledWith(points[3]);
  // The drawing is 720 wide until it is measured: the axis takes 72 and each of the five points 127.
  await userEvent.pointer({
    target: chart,
    coords: { clientX: 300 },
    keys: '[MouseLeft]',
  });
  expect(onOpen).toHaveBeenLastCalledWith(points[1]);
});

it('shows the point under the pointer', async () => {
  renderChart();
  const chart = screen.getByRole('slider');
  // The drawing is 720 wide until it is measured: the axis takes 72 and each of the five points 127.
  await userEvent.pointer({ target: chart, coords: { clientX: 300 } });
  expect(screen.getByText('2 d', { selector: 'strong' })).toBeVisible();
  expect(screen.getByText('n = 2 changes')).toBeInTheDocument();
  await userEvent.unhover(chart);
  expect(screen.queryByText('n = 2 changes')).not.toBeInTheDocument();
});

it('leaves gaps in a line and dashes towards what is not over', () => {
  renderChart();
  const chart = screen.getByRole('slider');
  const [solid, dashed] = chart.querySelectorAll('path');
  expect(solid.getAttribute('d')?.match(/M/g)).toHaveLength(1);
  expect(dashed.getAttribute('d')?.match(/M/g)).toHaveLength(1);
  expect(chart.querySelectorAll('circle')).toHaveLength(4);
});

it('draws frequency as bars from zero', () => {
  const { container } = renderChart({
    definition: frequencyDefinition,
    points: [
      week(0, { value: 2, unit: '1/week' }),
      week(1, { value: 0, unit: '1/week' }),
      week(2, { value: 4, unit: '1/week', complete: false }),
    ],
  });
  const bars = [...container.querySelectorAll('rect')];
  const heights = bars.map(bar => Number(bar.getAttribute('height')));
  expect(heights[0]).toBeCloseTo(heights[2] / 2, 6);
  expect(heights[1]).toBe(0);
  expect(bars[2]).not.toHaveAttribute('class', bars[0].getAttribute('class'));
});

it('gives the same as a table', async () => {
  renderChart();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  const table = screen.getByRole('grid', {
    name: 'Waiting time over time',
  });
  const rows = within(table).getAllByRole('row');
  expect(rows).toHaveLength(6);
  expect(rows[1]).toHaveTextContent('5 d');
  expect(rows[1]).toHaveTextContent('Not yet');
  expect(rows[3]).toHaveTextContent('no value');

  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  expect(screen.getByRole('slider')).toBeInTheDocument();
});

it('gives the same as a file', async () => {
  const downloads = recordDownloads();
  renderChart();
  await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  const [file] = await downloads.read();
  downloads.restore();
  expect(file).toMatchObject({ name: 'waitingTime.csv', type: 'text/csv' });
  const lines = file.text.split('\r\n');
  expect(lines[0]).toBe('from,to,complete,value,unit,sampleSize,state');
  expect(lines[1]).toMatch(/^2025-10-06T00:00:00.000Z,.*,true,24,h,1,ok$/);
  expect(lines).toHaveLength(points.length + 2);
});

const gap = [week(0, { value: undefined, state: 'insufficient-data' })];

it('says what the figure means, and that it is made up', () => {
  renderChart({ demo: true });
  expect(screen.getByText(/Median \(interpolated\)/)).toBeInTheDocument();
  expect(screen.getByText('Demo data')).toBeInTheDocument();
});

it('says what would cure it where there is nothing to draw', async () => {
  const { unmount } = renderChart({
    value: { state: 'not-configured', unit: 'h', sampleSize: 0, cure: 'X.' },
    points: gap,
  });
  expect(screen.getByText('X.')).toBeInTheDocument();
  expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  unmount();

  renderChart({
    value: { state: 'insufficient-data', unit: 'h', sampleSize: 0 },
    points: gap,
  });
  expect(screen.getByText(/There is no value in this period/)).toBeVisible();
});

it('keeps the cure beside a trend that has values', () => {
  renderChart({
    value: { state: 'insufficient-data', unit: 'h', sampleSize: 0, cure: 'X.' },
  });
  expect(screen.getByText('X.')).toBeInTheDocument();
  expect(screen.getByRole('slider')).toBeInTheDocument();
});
