import { ResponseError } from '@backstage/errors';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { monthAfter } from '../database/ensurePartitions';

/** What a shared cost is split by, where a rule says that a metric decides. */
export interface WeightSource {
  /**
   * What a metric adds to in a month, by entity reference in lower case.
   *
   * @param month - first day, `YYYY-MM-01`
   */
  weightsOf(metricId: string, month: string): Promise<Map<string, string>>;
}

/** Weights of the metric store. A metric that is not there weighs nothing. */
export class MetricWeights implements WeightSource {
  readonly #metrics: MetricStoreService;

  private constructor(options: { metrics: MetricStoreService }) {
    this.#metrics = options.metrics;
  }

  static create(options: { metrics: MetricStoreService }): MetricWeights {
    return new MetricWeights(options);
  }

  readonly weightsOf: WeightSource['weightsOf'] = async (metricId, month) => {
    const weights = new Map<string, string>();
    try {
      const { entityRefs, metrics } = await this.#metrics.series({
        scope: 'everything',
        metricIds: [metricId],
        from: month,
        to: monthAfter(month),
        bucket: 'month',
      });
      for (const [index, ref] of entityRefs.entries()) {
        const value = metrics[0]?.series[index]?.[0]?.value;
        if (value !== undefined && value > 0) {
          weights.set(ref.toLocaleLowerCase('en-US'), value.toFixed(6));
        }
      }
    } catch (error) {
      if (!(error instanceof ResponseError && error.statusCode === 404)) {
        throw error;
      }
    }
    return weights;
  };
}
