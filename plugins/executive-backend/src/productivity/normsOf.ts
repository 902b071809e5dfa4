import type { ProductivityNorm } from '@portal/plugin-executive-common';
import {
  distributionOf,
  type MetricDefinition,
} from '@portal/plugin-metrics-common';
import type { NodeSnapshot } from '../snapshots/SnapshotReader';

/** Sizes that are compared with each other, in services. */
const sizes: ProductivityNorm['size'][] = [
  { from: 1, to: 3 },
  { from: 4, to: 10 },
  { from: 11, to: 30 },
  { from: 31 },
];
/** Fewer make no norm. */
const fewest = 4;

/** What is usual among nodes of about the same size. A node of a distribution counts with the median of its services. */
export function normsOf(
  nodes: readonly NodeSnapshot[],
  metrics: ReadonlyArray<Pick<MetricDefinition, 'id'>>,
): ProductivityNorm[] {
  return sizes.flatMap(size => {
    const alike = nodes.filter(
      ({ health: { services } }) =>
        services >= size.from && services <= (size.to ?? Infinity),
    );
    return alike.length === 0
      ? []
      : [
          {
            size,
            nodes: alike.length,
            quartiles: Object.fromEntries(
              metrics.flatMap(({ id }) => {
                const values = alike.flatMap(({ figures }) =>
                  valueOf(figures[id]),
                );
                const quartiles =
                  values.length < fewest ? undefined : quartilesOf(values);
                return quartiles ? [[id, quartiles]] : [];
              }),
            ),
          },
        ];
  });
}

function valueOf(
  rollup: NodeSnapshot['figures'][string] | undefined,
): number[] {
  if (!rollup) {
    return [];
  }
  if (rollup.aggregation === 'distribution') {
    const median = rollup.distribution?.quantiles.p50;
    return median === undefined ? [] : [median];
  }
  return rollup.value.value === undefined ? [] : [rollup.value.value];
}

function quartilesOf(values: readonly number[]) {
  const quantiles = distributionOf(values)?.quantiles;
  return (
    quantiles && { q1: quantiles.p25, median: quantiles.p50, q3: quantiles.p75 }
  );
}
