import { useMemo } from 'react';
import type { DebtAnswer } from '@portal/plugin-executive-common';
import { SeriesChart } from '@portal/plugin-metrics-react';

/** The day after a month, `YYYY-MM`. */
function endOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString();
}

/** Whether debt is made faster than it is paid. */
export function DebtFlow({ answer }: { answer: DebtAnswer }) {
  const { context, flow } = answer;
  const series = useMemo(
    () =>
      (['made', 'paid'] as const).map(id => ({
        id,
        name: id === 'made' ? 'Made' : 'Paid',
        points: flow.map(point => {
          const to = endOf(point.month);
          return {
            period: { from: `${point.month}-01T00:00:00Z`, to },
            complete: to.slice(0, 10) <= context.day,
            state: 'ok' as const,
            value: point[id],
            unit: 'count' as const,
            sampleSize: 1,
          };
        }),
      })),
    [context.day, flow],
  );
  const made = flow.reduce((sum, point) => sum + point.made, 0);
  const paid = flow.reduce((sum, point) => sum + point.paid, 0);
  return (
    <SeriesChart
      title={
        made > paid
          ? 'More debt is made than paid'
          : 'At least as much debt is paid as made'
      }
      meaning="Hours to be rid of what was written down and of what was paid, each month."
      series={series}
      unit="count"
      monthly
      fileName="debt-by-month"
    />
  );
}
