import { render } from '@testing-library/react';
import type { SeriesPoint } from '../../chart';
import { Sparkline } from './Sparkline';

function point(day: number, value?: number, complete = true): SeriesPoint {
  const at = (d: number) => new Date(Date.UTC(2025, 10, d)).toISOString();
  return {
    period: { from: at(day), to: at(day + 1) },
    complete,
    value,
    unit: '1/week',
    sampleSize: 1,
    state: value === undefined ? 'insufficient-data' : 'ok',
  };
}

it('leaves gaps, dashes the unfinished end and marks lone points', () => {
  const { container } = render(
    <Sparkline
      points={[
        point(1, 1),
        point(2, 2),
        point(3),
        point(4, 2),
        point(5),
        point(6, 1),
        point(7, 1, false),
      ]}
    />,
  );
  const [solid, dashed, lone] = container.querySelectorAll('path');
  expect(solid.getAttribute('d')?.match(/M/g)).toHaveLength(1);
  expect(dashed.getAttribute('d')?.match(/M/g)).toHaveLength(1);
  expect(lone.getAttribute('d')).toMatch(/h0.01$/);
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
});

it('draws nothing for nothing', () => {
  const { container } = render(<Sparkline points={[]} />);
  expect(container.querySelector('path')).toHaveAttribute('d', '');
});
