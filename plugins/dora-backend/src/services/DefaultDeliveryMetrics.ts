import { InputError } from '@backstage/errors';
import {
  deploymentMetrics,
  entityTiers,
  missingMetrics,
  trendPeriods,
  withDeliveryState,
  type DeliveryState,
  type DeploymentPage,
  type DoraMetrics,
  type EntityMetrics,
  type EntitySources,
  type EntityTrend,
  type PeriodFacts,
  type TierEditionYear,
  type TrendInterval,
} from '@portal/plugin-dora-common';
import type {
  DeliveryStore,
  Span,
  StoredSource,
} from '../database/DeliveryStore';
import type { DeliveryMetrics, DeliverySubject } from './DeliveryMetrics';
import { deliveryState, sourceState } from './deliveryState';
import {
  decodeDeploymentCursor,
  encodeDeploymentCursor,
} from './deploymentCursor';

const maxPoints = 750;

/** Calculates with the functions of the common package from what the store holds. */
export class DefaultDeliveryMetrics implements DeliveryMetrics {
  readonly #store: DeliveryStore;
  readonly #staleAfter: number;
  readonly #now: () => number;

  private constructor(
    store: DeliveryStore,
    staleAfter: number,
    now: () => number,
  ) {
    this.#store = store;
    this.#staleAfter = staleAfter;
    this.#now = now;
  }

  /**
   * @param options - `staleAfter` is how old the last read of a repository may be, in milliseconds.
   */
  static create(options: {
    store: DeliveryStore;
    staleAfter: number;
    now?: () => number;
  }): DefaultDeliveryMetrics {
    const { store, staleAfter, now } = options;
    return new DefaultDeliveryMetrics(store, staleAfter, now ?? Date.now);
  }

  async isKnown(entityRef: string): Promise<boolean> {
    const sources = await this.#store.listSources({ entityRef });
    return hasFacts(sources);
  }

  async getMetrics(
    subject: DeliverySubject,
    period: Span,
    options?: { edition?: TierEditionYear; environment?: string },
  ): Promise<EntityMetrics> {
    const { entityRef } = subject;
    const { edition, environment } = options ?? {};
    const [[metrics], deployments] = await Promise.all([
      this.#calculate(subject, [period], environment),
      this.#store.listDeploymentDays({ entityRef, period, environment }),
    ]);
    const tiers = entityTiers({ metrics, deployments, ...period, edition });
    return { period: toPeriod(period), metrics, tiers };
  }

  async getTrend(
    subject: DeliverySubject,
    period: Span,
    interval: TrendInterval,
    environment?: string,
  ): Promise<EntityTrend> {
    const points = trendPeriods({
      ...period,
      interval,
      now: this.#now(),
      limit: maxPoints + 1,
    });
    if (points.length > maxPoints) {
      throw new InputError(
        `interval: the period has more than ${maxPoints} points of a ${interval}; choose a longer interval or a shorter period`,
      );
    }
    const metrics = await this.#calculate(subject, points, environment);
    return {
      period: toPeriod(period),
      interval,
      points: points.map((point, index) => ({
        period: toPeriod(point),
        complete: point.complete,
        metrics: metrics[index],
      })),
    };
  }

  async getDeployments(
    subject: DeliverySubject,
    period: Span,
    page: { cursor?: string; limit: number; environment?: string },
  ): Promise<DeploymentPage> {
    const { items, next } = await this.#store.listDeployments({
      entityRef: subject.entityRef,
      period,
      after: page.cursor ? decodeDeploymentCursor(page.cursor) : undefined,
      limit: page.limit,
      environment: page.environment,
    });
    return { items, nextCursor: next && encodeDeploymentCursor(next) };
  }

  async getSources(subject: DeliverySubject): Promise<EntitySources> {
    const { entityRef, hasRepository } = subject;
    const stored = await this.#store.listSources({ entityRef });
    const items = stored.map(source => ({
      ...source,
      state: sourceState(source),
    }));
    if (hasRepository && !items.some(item => item.source === 'git')) {
      items.unshift({
        source: 'git',
        state: 'pending',
        commits: 0,
        releases: 0,
        demo: false,
      });
    }
    return { items };
  }

  async #calculate(
    subject: DeliverySubject,
    periods: Span[],
    environment?: string,
  ): Promise<DoraMetrics[]> {
    const { entityRef } = subject;
    const [sources, facts] = await Promise.all([
      this.#store.listSources({ entityRef }),
      this.#store.getPeriodFacts({ entityRef, periods, environment }),
    ]);
    const delivery = deliveryState({
      sources,
      hasRepository: subject.hasRepository,
      staleAfter: this.#staleAfter,
      now: this.#now(),
    });
    if (delivery.state !== 'ok' && delivery.state !== 'stale') {
      return periods.map(() => missingMetrics(delivery));
    }
    return periods.map((period, index) =>
      calculatePeriod(period, facts[index], delivery),
    );
  }
}

function calculatePeriod(
  period: Span,
  facts: PeriodFacts,
  delivery: DeliveryState,
): DoraMetrics {
  const duration = period.to - period.from;
  return withDeliveryState(deploymentMetrics({ facts, duration }), delivery);
}

function hasFacts(sources: StoredSource[]): boolean {
  return sources.some(source => source.commits + source.releases > 0);
}

function toPeriod(span: Span): { from: string; to: string } {
  return {
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
  };
}
