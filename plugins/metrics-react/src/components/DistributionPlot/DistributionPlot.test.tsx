import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { DistributionPlot, type DistributionPlotProps } from '.';
import { countBins } from './histogramPlan';
import { spread } from './stripPlan';

const items = [
  { id: 'component:default/shop', title: 'shop', value: 70 },
  { id: 'component:default/pay', title: '<i>pay</i>', value: 2 },
  { id: 'component:default/search', title: 'search', value: 26 },
];

async function show(props: Partial<DistributionPlotProps> = {}) {
  render(
    <DistributionPlot
      title="Lead time of services"
      unit="h"
      noun="services"
      items={items}
      marks={[{ value: 24, label: 'A day' }]}
      fileName="services"
      {...props}
    />,
  );
  const chart = screen.getByRole('slider');
  await waitFor(() => expect(chart).toHaveAttribute('aria-busy', 'false'), {
    timeout: 20_000,
  });
  return chart;
}

// Numbers and units are kept on one line by a space of their own.
const spoken = (chart: HTMLElement) =>
  chart.getAttribute('aria-valuetext')?.replace(/\s/g, ' ');

it('goes through services from low to high, and opens one', async () => {
  const onOpen = jest.fn();
  const chart = await show({ onOpen });
  await act(async () => chart.focus());
  await userEvent.keyboard('{Home}');
  expect(spoken(chart)).toMatch('<i>pay</i>: 2 hours, 1 of 3');
  expect(screen.getByText('<i>pay</i>')).toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(spoken(chart)).toMatch('search: 1 day 2 hours, 2 of 3');
  expect(onOpen).toHaveBeenCalledWith('component:default/search');
  expect(chart.querySelector('svg')).toHaveTextContent('A day');
});

it('counts where there are too many for a dot each', async () => {
  const many = Array.from({ length: 400 }, (_, index) => ({
    id: `c${index}`,
    title: `Service ${index}`,
    value: index % 40,
  }));
  const chart = await show({ items: many });
  await act(async () => chart.focus());
  await userEvent.keyboard('{Home}');
  expect(spoken(chart)).toMatch('0 seconds to 3 hours: 30 services');
});

it('gives the same as a table', async () => {
  await show();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('grid')).getAllByRole('row');
  expect(rows.map(row => row.textContent)).toEqual([
    'NameValue',
    '<i>pay</i>2\u00a0h',
    'search1\u00a0d 2\u00a0h',
    'shop2\u00a0d 22\u00a0h',
  ]);
});

it('says when no service has a value', () => {
  render(
    <DistributionPlot
      title="x"
      unit="h"
      noun="services"
      items={[]}
      fileName="x"
    />,
  );
  expect(screen.getByText('No services have a value yet.')).toBeVisible();
});

const values = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});

it('counts each value once, in its bin', () => {
  fc.assert(
    fc.property(
      values,
      fc.constantFrom('h' as const, 'count' as const),
      (given: number[], unit: 'h' | 'count') => {
        const bins = countBins(given, unit);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(
          given.length,
        );
        bins.forEach((bin, index) =>
          expect(bin.from).toBeCloseTo(bins[index - 1]?.below ?? 0, 6),
        );
        expect(bins[bins.length - 1].below).toBeGreaterThanOrEqual(
          Math.max(...given) * (1 - 1e-6),
        );
      },
    ),
  );
});

it('keeps dots apart and inside of the drawing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 150 }),
      (given: number[]) => {
        const positions = [...given].sort((a, b) => a - b);
        const places = spread(positions).map((y, index) => ({
          column: Math.floor(positions[index] / 9),
          y,
        }));
        for (const { y } of places) {
          expect(Math.abs(y)).toBeLessThanOrEqual(110);
        }
        const names = places.map(({ column, y }) => `${column} ${y}`);
        expect(new Set(names).size).toBe(places.length);
      },
    ),
  );
});
