import {
  dayName,
  metricWindows,
  type MetricDefinition,
  type RegisteredMetric,
} from '@portal/plugin-metrics-common';

/**
 * SQL without bindings: the metrics by their ids, with what was reported of each and when last.
 *
 * @remarks
 *
 * Each `EXISTS` is one step into the key of the reports, however many days there are.
 */
export const registeredQuery = `
  SELECT d.definition, d.publisher, last.day - DATE '1970-01-01' AS last_day, last.reported_at,
    ARRAY(
      SELECT w.days FROM unnest(ARRAY[1, 28, 90, 365]) w (days)
      WHERE EXISTS (SELECT FROM reports r WHERE r.metric_id = d.id AND r.days = w.days)
    ) AS days,
    ARRAY(
      SELECT k.key FROM dimensions k
      WHERE k.id > 0 AND EXISTS (
        SELECT FROM unnest(ARRAY[1, 28, 90, 365]) w (days)
          JOIN reports r ON r.metric_id = d.id AND r.days = w.days AND r.dimension_id = k.id
      )
      ORDER BY k.key
    ) AS dimensions
  FROM definitions d LEFT JOIN LATERAL (
    SELECT day, reported_at FROM reports WHERE reports.metric_id = d.id ORDER BY day DESC, reported_at DESC LIMIT 1
  ) last ON true
  ORDER BY d.metric_id`;

/** A row of {@link registeredQuery}. */
export type RegisteredRow = {
  definition: MetricDefinition;
  publisher: string;
  last_day: number | null;
  reported_at: Date | null;
  /** 1 for the parts of days, else the lengths of windows. */
  days: number[];
  dimensions: string[];
};

export function toRegisteredMetric(row: RegisteredRow): RegisteredMetric {
  const { days, definition, dimensions, last_day, publisher, reported_at } =
    row;
  // What adds has every window as soon as it has days.
  const adds = definition.aggregation !== 'distribution' && days.includes(1);
  return {
    ...definition,
    publisher,
    windows: metricWindows.filter(window => adds || days.includes(window)),
    dimensions,
    ...(last_day !== null && { lastDay: dayName(last_day) }),
    ...(reported_at && { lastReportedAt: reported_at.toISOString() }),
  };
}
