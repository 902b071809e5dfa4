import { NotFoundError } from '@backstage/errors';
import {
  isMetricScope,
  type LatestAnswer,
  type MetricsApi,
  type RollupAnswer,
} from '@portal/plugin-metrics-common';
import type { MetricTable, TableQuestion, TableRow } from './MetricTable';

/** The figures of a table. All that it asks goes in one request with what other tiles ask. */
export async function loadMetricTable(
  metrics: MetricsApi,
  question: TableQuestion,
  options: { signal?: AbortSignal } = {},
): Promise<MetricTable> {
  const { metricIds, subject, entityRefs, window, dimension } = question;
  const asked = { metricIds, window, ...(dimension && { dimension }) };
  const scopes = entityRefs.filter(isMetricScope);
  const entities = entityRefs.filter(ref => !isMetricScope(ref));
  if (!entityRefs.length && !isMetricScope(subject)) {
    entities.push(subject);
  }
  const isNamed = entityRefs.length > 0 || entities.length > 0;
  const [definitions, latest, rollup] = await Promise.all([
    metrics.definitions(options),
    isNamed && !entities.length
      ? undefined
      : metrics.latest(
          {
            ...asked,
            ...(isNamed ? { entityRefs: entities } : { scope: subject }),
          },
          options,
        ),
    scopes.length ? metrics.rollup({ ...asked, scopes }, options) : undefined,
  ]);
  const rows = [...rowsOfRollup(rollup), ...rowsOfLatest(latest)];
  return {
    metrics: metricIds.map(metricId => {
      const found = definitions.find(({ id }) => id === metricId);
      if (!found) {
        throw new NotFoundError(`There is no metric "${metricId}"`);
      }
      return found;
    }),
    // Those that are named stand in the order of their names in the settings until they are sorted.
    rows: entityRefs.length
      ? entityRefs.flatMap(ref => rows.filter(row => row.entityRef === ref))
      : rows,
  };
}

function rowsOfLatest(answer: LatestAnswer | undefined): TableRow[] {
  return (answer?.entityRefs ?? []).map((entityRef, index) => ({
    entityRef,
    cells: answer!.metrics.map(({ values }) => ({ value: values[index] })),
  }));
}

function rowsOfRollup(answer: RollupAnswer | undefined): TableRow[] {
  return (answer?.scopes ?? []).map(({ scope, metrics }) => ({
    entityRef: scope,
    cells: metrics.map(metric => ({
      value: metric.value,
      ...('distribution' in metric && { distribution: metric.distribution }),
    })),
  }));
}
