import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { addDays } from '../../period/calendar';
import { CalendarHeatMap, type CalendarDay } from '.';
import { heatStep } from './calendarPlan';

// Saturday, 1 November to Sunday, 30 November 2025; nothing is known of the last day.
const days: CalendarDay[] = Array.from({ length: 30 }, (_, index) => ({
  date: addDays('2025-11-01', index),
  value: index === 29 ? undefined : index % 4,
}));

async function show(onOpen?: (date: string) => void) {
  render(
    <CalendarHeatMap
      title="Deployments by day"
      noun="deployments"
      days={days}
      fileName="days"
      onOpen={onOpen}
    />,
  );
  const chart = screen.getByRole('slider', { name: 'Deployments by day' });
  await waitFor(() => expect(chart).toHaveAttribute('aria-busy', 'false'), {
    timeout: 20_000,
  });
  return chart;
}

// Numbers and units are kept on one line by a space of their own.
const spoken = (chart: HTMLElement) =>
  chart.getAttribute('aria-valuetext')?.replace(/\s/g, ' ');

it('goes by weeks across and by days down, and opens a day', async () => {
  const onOpen = jest.fn();
  const chart = await show(onOpen);
  await act(async () => chart.focus());
  expect(spoken(chart)).toMatch(/30.*: no data$/);
  await userEvent.keyboard('{Home}');
  expect(spoken(chart)).toMatch(/Sat.*1.*: 0 deployments$/);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(spoken(chart)).toMatch(/Sun.*9.*: 0 deployments$/);
  await userEvent.keyboard('{ArrowLeft}');
  expect(spoken(chart)).toMatch(/Sun.*2.*: 1 deployments$/);
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith('2025-11-02');
});

it('writes values into their cells', async () => {
  const chart = await show();
  await waitFor(() =>
    expect(
      [...chart.querySelectorAll('text')].filter(
        text => text.textContent === '3',
      ),
    ).toHaveLength(7),
  );
});

it('gives the same as a table, with gaps in words', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('grid')).getAllByRole('row');
  expect(rows).toHaveLength(31);
  expect(rows[1]).toHaveTextContent('no data');
  expect(rows[2]).toHaveTextContent(/29.*0$/);
});

it('invites where nothing happened', () => {
  render(
    <CalendarHeatMap
      title="Deployments by day"
      noun="deployments"
      days={days.map(day => ({ ...day, value: 0 }))}
      fileName="days"
    />,
  );
  expect(
    screen.getByText(/There are no deployments in this period/),
  ).toBeVisible();
});

it('is darker for more', () => {
  expect(heatStep(1, 100, 5)).toBe(0);
  expect(heatStep(100, 100, 5)).toBe(4);
  const values = fc.tuple(
    fc.integer({ min: 1, max: 1_000 }),
    fc.integer({ min: 1, max: 1_000 }),
    fc.integer({ min: 1_000, max: 5_000 }),
  );
  fc.assert(
    fc.property(values, ([a, b, most]: [number, number, number]) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(heatStep(less, most, 5)).toBeLessThanOrEqual(
        heatStep(more, most, 5),
      );
      expect(heatStep(less, most, 5)).toBeGreaterThanOrEqual(0);
    }),
  );
});
