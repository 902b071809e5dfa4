import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  defaultTierEdition,
  doraMetricDefinitions,
  doraMetricIds,
  entityTiers,
  improvement,
  summariseServices,
  type ComparedService,
  type DeliveryOverview,
  type DeliverySource,
  type Deployment,
  type DeploymentDetail,
  type DoraApi,
  type DoraEntityPeriod,
  type DoraMetrics,
  type EntityExplanation,
  type EntityMetrics,
  type EnvironmentMatrix,
  type MatrixRequest,
  type OverviewScope,
  type OverviewTrend,
  type OverviewTrendPoint,
  type ServicePage,
  type TierEditionYear,
  type TrendInterval,
  type UnattributedReport,
} from '@portal/plugin-dora-common';
import type { Period } from '@portal/plugin-metrics-common';
import { explanation } from './explanation';
import { gitSource, healthyMetrics } from './fixtures';

type AskedServices = Parameters<DoraApi['getOverviewServices']>[0];

const overviewEnd = Date.UTC(2025, 10, 20);
const day = 86_400_000;

/**
 * A delivery backend in memory. Change what it holds, or let it fail, and ask again.
 */
export class InMemoryDoraApi implements DoraApi {
  /** Figures of a period, and of the one before it. */
  current: DoraMetrics = healthyMetrics;
  previous: DoraMetrics = healthyMetrics;
  sources: DeliverySource[] = [gitSource];
  deployments: Deployment[] = [];
  /** Answers for single deployments, by id. */
  details: Record<string, DeploymentDetail> = {};
  explanation: Omit<EntityExplanation, 'period'> = explanation;
  unattributed: UnattributedReport[] = [];
  /** Figures of the points of a trend, the last of which is not over. */
  trend: DoraMetrics[] = [healthyMetrics, healthyMetrics];
  /** The services of every scope, and those of which nothing is known. */
  services: ComparedService[] = [];
  unmeasured: string[] = [];
  /** Whether facts of the services were made up. */
  demo = false;
  environments = ['production'];
  totals: Partial<DoraMetrics> = {};
  totalsBefore: Partial<DoraMetrics> = {};
  matrix: EnvironmentMatrix = {
    environments: [],
    items: [],
    total: 0,
    measured: 0,
  };
  pageSize = 25;
  /** What a request runs into instead of an answer. */
  failure: unknown;
  readonly asked: {
    period: Period;
    interval?: TrendInterval;
    environment?: string;
  }[] = [];
  readonly askedOverviews: OverviewScope[] = [];
  readonly askedServices: AskedServices[] = [];
  readonly askedMatrices: MatrixRequest[] = [];

  async getMetrics(
    request: DoraEntityPeriod & { edition?: TierEditionYear },
  ): Promise<EntityMetrics> {
    this.#check();
    const period = asPeriod(request);
    this.asked.push({ period, environment: request.environment });
    // A view asks for its own period first, then for the one that it is compared with.
    const isPrevious = this.asked.some(other => other.period.from >= period.to);
    const metrics = isPrevious ? this.previous : this.current;
    const tiers = entityTiers({
      metrics,
      deployments: this.deployments.map(each => Date.parse(each.deployedAt)),
      from: Date.parse(period.from),
      to: Date.parse(period.to),
      edition: request.edition,
    });
    return { period, metrics, tiers };
  }

  async getTrend(request: DoraEntityPeriod & { interval?: TrendInterval }) {
    this.#check();
    const period = asPeriod(request);
    const { interval = 'week' } = request;
    return { period, interval, points: this.#points(period) };
  }

  async getDeployments(request: { cursor?: string; limit?: number }) {
    this.#check();
    return page(
      this.deployments,
      request.cursor,
      Math.min(this.pageSize, request.limit ?? this.pageSize),
    );
  }

  async getDeployment(
    request: Parameters<DoraApi['getDeployment']>[0],
  ): Promise<DeploymentDetail> {
    this.#check();
    const detail = this.details[request.id];
    if (!detail) {
      const of = stringifyEntityRef(request.entityRef);
      throw new NotFoundError(`${of} has no deployment ${request.id}`);
    }
    return detail;
  }

  async getExplanation(request: DoraEntityPeriod): Promise<EntityExplanation> {
    this.#check();
    return { period: asPeriod(request), ...this.explanation };
  }

  async getEntityUnattributed(request: { cursor?: string; limit?: number }) {
    this.#check();
    const { cursor, limit = this.pageSize } = request;
    return page(this.unattributed, cursor, Math.min(this.pageSize, limit));
  }

  async getOverview(request: OverviewScope): Promise<DeliveryOverview> {
    this.#check();
    this.askedOverviews.push(request);
    const { scope, days = 90, compare, environment, edition } = request;
    const back = compare === 'year' ? 365 : days;
    const of = this.services.length + this.unmeasured.length;
    const at = (daysBack: number) =>
      new Date(overviewEnd - daysBack * day).toISOString();
    return {
      scope,
      period: { from: at(days), to: at(0) },
      comparison: { from: at(back + days), to: at(back) },
      environment,
      environments: this.environments,
      edition: edition ?? defaultTierEdition,
      services: of,
      measured: this.services.length,
      demo: this.demo,
      metrics: summariseServices({
        services: this.services,
        of,
        totals: this.totals,
        totalsBefore: this.totalsBefore,
      }),
    };
  }

  async getOverviewServices(request: AskedServices): Promise<ServicePage> {
    this.#check();
    this.askedServices.push(request);
    const { metric = doraMetricIds[0], order = 'value', cursor } = request;
    const better = doraMetricDefinitions.find(
      each => each.id === metric,
    )?.betterWhen;
    const worth = ({ metrics, before }: ComparedService): number => {
      const value = metrics[metric].value;
      const old = before[metric].value;
      if (value === undefined || (order === 'change' && old === undefined)) {
        return Infinity;
      }
      if (order === 'change' && old !== undefined) {
        return improvement(metric, old, value);
      }
      return better === 'higher' ? value : -value;
    };
    const sorted = [...this.services].sort((a, b) =>
      order === 'name'
        ? a.entityRef.localeCompare(b.entityRef)
        : worth(a) - worth(b),
    );
    const all = [
      ...sorted,
      ...this.unmeasured.map(entityRef => ({ entityRef })),
    ];
    return { ...page(all, cursor, this.pageSize), total: all.length };
  }

  async getOverviewTrend(
    request: OverviewScope & { interval?: TrendInterval },
  ): Promise<OverviewTrend> {
    this.#check();
    const { days = 90, interval = 'week' } = request;
    const period = {
      from: new Date(overviewEnd - days * day).toISOString(),
      to: new Date(overviewEnd).toISOString(),
    };
    const points = this.#points(period).map(point => ({
      ...point,
      metrics: totalOf(point.metrics),
    }));
    return { period, interval, points };
  }

  async getEnvironmentMatrix(
    request: MatrixRequest,
  ): Promise<EnvironmentMatrix> {
    this.#check();
    this.askedMatrices.push(request);
    return this.matrix;
  }

  async getSources() {
    this.#check();
    return { items: this.sources };
  }

  async getDefinitions() {
    this.#check();
    return { items: [...doraMetricDefinitions] };
  }

  #points(period: Period) {
    const start = Date.parse(period.from);
    const length = (Date.parse(period.to) - start) / this.trend.length;
    const at = (index: number) =>
      new Date(start + index * length).toISOString();
    return this.trend.map((metrics, index) => ({
      period: { from: at(index), to: at(index + 1) },
      complete: index < this.trend.length - 1,
      metrics,
    }));
  }

  #check() {
    if (this.failure) {
      throw this.failure;
    }
  }
}

/** What adds up over healthy services, for {@link InMemoryDoraApi.totals}. */
export function totalOf(metrics: DoraMetrics): OverviewTrendPoint['metrics'] {
  const { deploymentFrequency, changeFailRate, deploymentReworkRate } = metrics;
  return { deploymentFrequency, changeFailRate, deploymentReworkRate };
}

function page<T>(items: T[], cursor: string | undefined, size: number) {
  const start = Number(cursor ?? 0);
  const end = start + size;
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? String(end) : undefined,
  };
}

function asPeriod(request: Partial<Period>): Period {
  if (!request.from || !request.to) {
    throw new Error('A view must name its period.');
  }
  return { from: request.from, to: request.to };
}
