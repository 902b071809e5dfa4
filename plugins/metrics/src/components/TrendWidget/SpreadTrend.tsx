import { useMemo } from 'react';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { SeriesChart, type FigurePoint } from '@portal/plugin-metrics-react';

const quantiles = [
  { id: 'p75', name: 'Three quarters of services below' },
  { id: 'p50', name: 'Half of services below' },
  { id: 'p25', name: 'A quarter of services below' },
] as const;

/** A figure that has no value of a group, over time: where those of its services lie. */
export function SpreadTrend(props: {
  definition: MetricDefinition;
  points: readonly FigurePoint[];
}) {
  const { definition, points } = props;
  const series = useMemo(
    () =>
      quantiles.map(({ id, name }) => ({
        id,
        name,
        points: points.map(({ distribution, ...point }) => ({
          ...point,
          value: distribution?.quantiles[id],
        })),
      })),
    [points],
  );
  return (
    <SeriesChart
      title={`${definition.title}, the middle half of the services`}
      meaning={`${definition.description} ${definition.estimator} A group has no value of its own: the lines show where those of its services lie.`}
      series={series}
      unit={definition.unit}
      fileName={definition.id}
      surface="plain"
    />
  );
}
