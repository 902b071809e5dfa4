import {
  doraMetricDefinitions,
  type Deployment,
  type DeliverySource,
  type DoraApi,
  type DoraMetrics,
  entityTiers,
  type EntityMetrics,
  type TrendInterval,
} from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';

/** Figures as the backend gives them for an entity that is doing fine. */
export const healthyMetrics: DoraMetrics = {
  deploymentFrequency: {
    state: 'ok',
    value: 2.1,
    unit: '1/week',
    sampleSize: 27,
  },
  changeLeadTime: { state: 'ok', value: 52, unit: 'h', sampleSize: 152 },
  changeFailRate: {
    state: 'ok',
    value: 2 / 26,
    unit: 'ratio',
    sampleSize: 26,
  },
  failedDeploymentRecoveryTime: {
    state: 'ok',
    value: 4.2,
    unit: 'h',
    sampleSize: 2,
  },
  deploymentReworkRate: {
    state: 'ok',
    value: 2 / 26,
    unit: 'ratio',
    sampleSize: 26,
  },
};

/** A source that works. */
export const gitSource: DeliverySource = {
  source: 'git',
  location: 'https://git.example.com/team/portal',
  state: 'ok',
  lastSuccessAt: '2025-11-10T11:00:00.000Z',
  commits: 1204,
  releases: 27,
  demo: false,
};

/** Makes a deployment of a day in November 2025. */
export function deployment(
  day: number,
  more: Partial<Deployment> = {},
): Deployment {
  return {
    sha: `${day}`.padStart(2, '0').repeat(20),
    tag: `v1.${day}.0`,
    deployedAt: new Date(Date.UTC(2025, 10, day, 9)).toISOString(),
    baseline: false,
    changes: 3,
    leadTimeMedian: 52,
    failed: false,
    rework: false,
    demo: false,
    ...more,
  };
}

/**
 * A delivery backend in memory. Change what it holds, or let it fail, and ask again.
 */
export class InMemoryDoraApi implements DoraApi {
  /** Figures of a period, and of the one before it. */
  current: DoraMetrics = healthyMetrics;
  previous: DoraMetrics = healthyMetrics;
  sources: DeliverySource[] = [gitSource];
  deployments: Deployment[] = [];
  /** Figures of the points of a trend, the last of which is not over. */
  trend: DoraMetrics[] = [healthyMetrics, healthyMetrics];
  pageSize = 25;
  /** What a request runs into instead of an answer. */
  failure: unknown;
  readonly asked: { period: Period; interval?: TrendInterval }[] = [];

  async getMetrics(request: Partial<Period>): Promise<EntityMetrics> {
    this.#check();
    const period = asPeriod(request);
    this.asked.push({ period });
    // A view asks for its own period first, then for the one that ends where that begins.
    const isPrevious = this.asked.some(
      other => other.period.from === period.to,
    );
    const metrics = isPrevious ? this.previous : this.current;
    const tiers = entityTiers({
      metrics,
      deployments: this.deployments.map(each => Date.parse(each.deployedAt)),
      from: Date.parse(period.from),
      to: Date.parse(period.to),
    });
    return { period, metrics, tiers };
  }

  async getTrend(request: Partial<Period> & { interval?: TrendInterval }) {
    this.#check();
    const period = asPeriod(request);
    const { interval = 'week' } = request;
    const start = Date.parse(period.from);
    const length = (Date.parse(period.to) - start) / this.trend.length;
    const at = (index: number) =>
      new Date(start + index * length).toISOString();
    return {
      period,
      interval,
      points: this.trend.map((metrics, index) => ({
        period: { from: at(index), to: at(index + 1) },
        complete: index < this.trend.length - 1,
        metrics,
      })),
    };
  }

  async getDeployments(request: { cursor?: string }) {
    this.#check();
    const start = Number(request.cursor ?? 0);
    const end = start + this.pageSize;
    return {
      items: this.deployments.slice(start, end),
      nextCursor: end < this.deployments.length ? String(end) : undefined,
    };
  }

  async getSources() {
    this.#check();
    return { items: this.sources };
  }

  async getDefinitions() {
    this.#check();
    return { items: [...doraMetricDefinitions] };
  }

  #check() {
    if (this.failure) {
      throw this.failure;
    }
  }
}

function asPeriod(request: Partial<Period>): Period {
  if (!request.from || !request.to) {
    throw new Error('A view must name its period.');
  }
  return { from: request.from, to: request.to };
}
