import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  successDefinitions,
  successProgress,
  type NodeQuery,
  type SuccessAnswer,
  type SuccessBaseline,
  type SuccessDefinition,
  type SuccessMetric,
} from '@portal/plugin-executive-common';
import type {
  MetricDistribution,
  MetricValue,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { ContextReader } from '../portfolio/PortfolioContext';
import { addDays, daysBetween } from '../snapshots/days';
import type { NodeSnapshot, SnapshotReader } from '../snapshots/SnapshotReader';
import type { BaselineStore } from './BaselineStore';

const trendMonths = 13;

/** What {@link SuccessReader} reads. */
export type SuccessReaderOptions = {
  access: ExecutiveAccess;
  baselines: BaselineStore;
  context: ContextReader;
  metricStore: Pick<MetricStoreService, 'definitions' | 'rollup' | 'trend'>;
  snapshots: SnapshotReader;
};

type Found = {
  value: MetricValue;
  coverage: { have: number };
  distribution?: MetricDistribution;
};

/** Measures the platform against what it wants to reach. */
export class SuccessReader {
  readonly #options: SuccessReaderOptions;

  private constructor(options: SuccessReaderOptions) {
    this.#options = options;
  }

  static create(options: SuccessReaderOptions): SuccessReader {
    return new SuccessReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<SuccessAnswer> {
    const { access, baselines, metricStore, snapshots } = this.#options;
    const context = await this.#options.context(credentials, query);
    const baseline = await baselines.get();
    const definitions = await metricStore.definitions();
    const readable = new Map(
      (await access.readableMetrics(credentials, definitions)).map(each => [
        each.id,
        each,
      ]),
    );
    // Of the snapshot, as on every other page: the metric store may know more by now.
    const [snapshot] = await snapshots.nodes(context.day, context.hierarchy, [
      context.node.ref,
    ]);
    const metrics = await Promise.all(
      successDefinitions.map(definition =>
        this.#measure(
          definition,
          readable.get(definition.metricId),
          snapshot,
          baseline,
        ),
      ),
    );
    return { context, ...(baseline && { baseline }), metrics };
  }

  async #measure(
    definition: SuccessDefinition,
    metric: RegisteredMetric | undefined,
    { node: { ref }, day, figures }: NodeSnapshot,
    baseline: SuccessBaseline | undefined,
  ): Promise<SuccessMetric> {
    const { metricId, of, ...said } = definition;
    if (!metric) {
      return {
        ...said,
        unit: 'count',
        cure: 'Nobody publishes the figure, or you may not read it.',
        trend: [],
      };
    }
    const asked = { scopes: [ref], metricIds: [metricId] };
    const from = `${addDays(
      `${day.slice(0, 7)}-01`,
      -30 * (trendMonths - 1),
    ).slice(0, 7)}-01`;
    const now = figures[metricId];
    const [then, trend] = await Promise.all([
      baseline && this.#then(asked, metric, baseline),
      this.#options.metricStore.trend({
        ...asked,
        from,
        to: addDays(day, 1),
        bucket: 'month',
      }),
    ]);
    const current = now && numberOf(of, now);
    const before = then && numberOf(of, then);
    const points = trend.scopes[0].metrics[0].points;
    return {
      ...said,
      unit: metric.unit,
      ...(before !== undefined && { baseline: before }),
      ...(current !== undefined && { now: current }),
      ...successProgress(definition.goal, before, current),
      ...cureOf(definition, { baseline, before, current }),
      trend: trend.buckets.map((bucket, index) => {
        const value = numberOf(of, points[index]);
        return { bucket, ...(value !== undefined && { value }) };
      }),
    };
  }

  /** In the baseline: all of its days where days add, else what was known at its end. */
  async #then(
    asked: { scopes: string[]; metricIds: string[] },
    metric: RegisteredMetric,
    { from, to }: SuccessBaseline,
  ): Promise<Found> {
    const isWhole =
      metric.aggregation !== 'distribution' && daysBetween(from, to) > 0;
    const answer = await this.#options.metricStore.rollup(
      isWhole ? { ...asked, from, to } : { ...asked, day: addDays(to, -1) },
    );
    return answer.scopes[0].metrics[0];
  }
}

function numberOf(
  of: SuccessDefinition['of'],
  { coverage, distribution, value }: Found,
): number | undefined {
  if (of === 'median') {
    return distribution?.quantiles.p50;
  }
  if (of === 'perService') {
    return value.value === undefined || coverage.have === 0
      ? undefined
      : value.value / coverage.have;
  }
  return value.value;
}

function cureOf(
  { goal }: SuccessDefinition,
  found: { baseline?: SuccessBaseline; before?: number; current?: number },
): Pick<SuccessMetric, 'cure'> {
  if (found.current === undefined) {
    return { cure: 'Nothing was reported in the last 28 days.' };
  }
  if (goal.kind === 'value') {
    return {};
  }
  if (!found.baseline) {
    return {
      cure: 'No baseline is chosen yet: an administrator chooses the time that everything is compared with, once.',
    };
  }
  return found.before === undefined || found.before === 0
    ? { cure: 'Nothing was reported in the time of the baseline.' }
    : {};
}
