import type { MetricBand } from '../MetricDefinition';

/**
 * How many entities are where. Nothing in it is a mean of their values.
 *
 * @public
 */
export type MetricDistribution = {
  /** How many entities have a value. */
  count: number;
  /** The value below which a share of the entities is, interpolated between neighbours. */
  quantiles: {
    min: number;
    p10: number;
    p25: number;
    p50: number;
    p75: number;
    p90: number;
    max: number;
  };
  /** Equally wide stretches `[from, to)`, the last one with its end; all counts add to `count`. */
  histogram: Array<{ from: number; to: number; count: number }>;
  /** How many entities are in each band of the definition, in its order; absent where it has none. */
  bands?: Array<{ id: string; title: string; count: number }>;
};

const maxBins = 12;

/**
 * Where the values of entities lie.
 *
 * @returns undefined if there are none.
 * @public
 */
export function distributionOf(
  values: readonly number[],
  bands?: readonly MetricBand[],
): MetricDistribution | undefined {
  if (!values.length) {
    return undefined;
  }
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => quantileOf(sorted, share);
  return {
    count: sorted.length,
    quantiles: {
      min: at(0),
      p10: at(0.1),
      p25: at(0.25),
      p50: at(0.5),
      p75: at(0.75),
      p90: at(0.9),
      max: at(1),
    },
    histogram: histogramOf(sorted),
    ...(bands?.length && {
      bands: bands.map(({ id, title, from, below }) => ({
        id,
        title,
        count: values.filter(
          value =>
            (from === undefined || value >= from) &&
            (below === undefined || value < below),
        ).length,
      })),
    }),
  };
}

function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.ceil(position)];
  return low === high ? low : low + (high - low) * (position - below);
}

function histogramOf(sorted: Float64Array): MetricDistribution['histogram'] {
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  // As many stretches as the square root of the entities, the usual choice where nothing is known of the shape.
  const bins =
    min === max ? 1 : Math.min(maxBins, Math.ceil(Math.sqrt(sorted.length)));
  const width = (max - min) / bins;
  const edge = (index: number) => (index === bins ? max : min + index * width);
  const histogram = Array.from({ length: bins }, (_, index) => ({
    from: edge(index),
    to: edge(index + 1),
    count: 0,
  }));
  let bin = 0;
  for (const value of sorted) {
    while (bin < bins - 1 && value >= histogram[bin].to) {
      bin += 1;
    }
    histogram[bin].count += 1;
  }
  return histogram;
}
