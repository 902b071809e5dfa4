import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  deploymentMetrics,
  improvement,
  summariseServices,
  trendPeriods,
  windowMetrics,
  windowTiers,
  type ComparedService,
  type DeliveryOverview,
  type DoraMetricId,
  type DoraMetrics,
  type OverviewTrend,
  type ServiceOrder,
  type ServicePage,
  type TrendInterval,
  type WindowFacts,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';
import type {
  DaySums,
  MemberDays,
  OverviewStore,
} from '../database/OverviewStore';
import {
  spanOfWindow,
  windowBefore,
  windowEnd,
  type NamedWindow,
} from '../derive/namedWindows';
import type { DeliveryOverviews, OverviewQuestion } from './DeliveryOverviews';
import {
  isWholeCompany,
  type Members,
  type ScopeMembers,
} from './ScopeMembers';
import {
  comparePlaces,
  decodeServiceCursor,
  encodeServiceCursor,
  type ServicePlace,
} from './serviceCursor';

const day = 86_400_000;

/** What {@link DefaultDeliveryOverviews} works with. */
export type DefaultDeliveryOverviewsOptions = {
  store: OverviewStore;
  members: ScopeMembers;
  /** Whether the caller sees every component of the catalog. */
  seesAll(credentials: BackstageCredentials): Promise<boolean>;
  now?: () => number;
};

type Compared = { services: ComparedService[]; members: Members };

/** Calculates with the functions of the common package from windows and daily parts. */
export class DefaultDeliveryOverviews implements DeliveryOverviews {
  readonly #options: DefaultDeliveryOverviewsOptions;

  private constructor(options: DefaultDeliveryOverviewsOptions) {
    this.#options = options;
  }

  static create(
    options: DefaultDeliveryOverviewsOptions,
  ): DefaultDeliveryOverviews {
    return new DefaultDeliveryOverviews(options);
  }

  async getOverview(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
  ): Promise<DeliveryOverview> {
    const { store } = this.#options;
    const window = await this.#windowOf(question);
    const [period, before] = [window, windowBefore(window)].map(spanOfWindow);
    const [{ services, members }, [sums, sumsBefore]] = await Promise.all([
      this.#compare(credentials, question, window),
      this.#sum(credentials, question, window, [before, period]).then(found =>
        found.reverse(),
      ),
    ]);
    const of = members.current.length;
    return {
      scope: question.scope,
      period: toPeriod(period),
      comparison: toPeriod(before),
      environment: question.environment || undefined,
      environments: await store.listEnvironments(members.current, window),
      edition: question.edition,
      services: of,
      measured: services.length,
      metrics: summariseServices({
        services,
        of,
        totals: additive(sums, period),
        totalsBefore: additive(sumsBefore, before),
      }),
    };
  }

  async listServices(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    page: {
      metric: DoraMetricId;
      order: ServiceOrder;
      cursor?: string;
      limit: number;
    },
  ): Promise<ServicePage> {
    const { metric, order, cursor, limit } = page;
    const window = await this.#windowOf(question);
    const { services, members } = await this.#compare(
      credentials,
      question,
      window,
    );
    const byRef = new Map(services.map(each => [each.entityRef, each]));
    const places = members.current
      .map((entityRef): ServicePlace => {
        const service = byRef.get(entityRef);
        return { entityRef, rank: service && rankOf(service, metric, order) };
      })
      .sort(comparePlaces);
    const after =
      cursor === undefined ? undefined : decodeServiceCursor(cursor);
    const rest = after
      ? places.filter(place => comparePlaces(place, after) > 0)
      : places;
    const shown = rest.slice(0, limit);
    return {
      items: shown.map(({ entityRef }) => {
        const service = byRef.get(entityRef);
        return service
          ? {
              entityRef,
              metrics: service.metrics,
              before: service.before,
              tiers: service.tiers,
            }
          : { entityRef };
      }),
      total: places.length,
      nextCursor:
        rest.length > limit
          ? encodeServiceCursor(shown[shown.length - 1])
          : undefined,
    };
  }

  async getTrend(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    interval: TrendInterval,
  ): Promise<OverviewTrend> {
    const window = await this.#windowOf(question);
    const period = spanOfWindow(window);
    const points = trendPeriods({
      ...period,
      interval,
      now: this.#now(),
      limit: window.days,
    });
    const sums = await this.#sum(credentials, question, window, points);
    return {
      period: toPeriod(period),
      interval,
      points: points.map((point, index) => ({
        period: toPeriod(point),
        complete: point.complete,
        metrics: additive(sums[index], point),
      })),
    };
  }

  /** Until the windows of a new day are made, those of the day before are shown whole. */
  async #windowOf({ days }: OverviewQuestion): Promise<NamedWindow> {
    const endsOn = await this.#options.store.newestEnd();
    return { endsOn: endsOn ?? windowEnd(this.#now()), days };
  }

  async #compare(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    window: NamedWindow,
  ): Promise<Compared> {
    const { store } = this.#options;
    const { environment, edition } = question;
    const members = await this.#membersOf(credentials, question, window);
    const { days } = window;
    const isWhole = await this.#isWhole(credentials, question);
    const current = new Set(members.current);
    const read = async (asked: NamedWindow) => {
      const found = await store.listWindows({
        window: asked,
        environment,
        // Thousands of names cost more to send than rows to leave out.
        members: isWhole ? 'everybody' : members.current,
      });
      return found.filter(({ entityRef }) => current.has(entityRef));
    };
    const [now, before] = await Promise.all([
      read(window),
      read(windowBefore(window)),
    ]);
    const old = new Map(before.map(facts => [facts.entityRef, facts]));
    const services = now.map((facts): ComparedService => {
      const { entityRef } = facts;
      const metrics = windowMetrics(facts, days);
      const factsBefore = old.get(entityRef) ?? nothing(entityRef);
      const metricsBefore = windowMetrics(factsBefore, days);
      return {
        entityRef,
        metrics,
        before: metricsBefore,
        tiers: windowTiers(facts, metrics, edition).metrics,
        tiersBefore: windowTiers(factsBefore, metricsBefore, edition).metrics,
      };
    });
    return { services, members };
  }

  async #sum(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    window: NamedWindow,
    points: readonly Span[],
  ): Promise<DaySums[]> {
    const { store } = this.#options;
    const { environment, asOfNow } = question;
    const days = points.map(({ from, to }) => ({
      from: dateOf(from),
      to: dateOf(to),
    }));
    if (!asOfNow && (await this.#isWhole(credentials, question))) {
      return store.sumDays({ points: days, environment, members: 'everybody' });
    }
    const { intervals } = await this.#membersOf(credentials, question, window);
    const members = intervals.flatMap(({ entityRef, intervals: spans }) =>
      spans.map(
        ({ from, to }): MemberDays => ({
          entityRef,
          from: from?.slice(0, 10),
          to: to?.slice(0, 10),
        }),
      ),
    );
    return store.sumDays({ points: days, environment, members });
  }

  /** Asked about the window and the one before it at once: everything that a page asks is one question then. */
  async #membersOf(
    credentials: BackstageCredentials,
    { scope, asOfNow }: OverviewQuestion,
    window: NamedWindow,
  ): Promise<Members> {
    const { from } = spanOfWindow(windowBefore(window));
    const { to } = spanOfWindow(window);
    return this.#options.members.membersOf(credentials, {
      scope,
      asOfNow,
      period: { from, to },
    });
  }

  /** Whether all rows are asked for, and may be. */
  async #isWhole(
    credentials: BackstageCredentials,
    { scope }: OverviewQuestion,
  ): Promise<boolean> {
    return isWholeCompany(scope) && this.#options.seesAll(credentials);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

/** The worst first, or the one that got worst. */
function rankOf(
  service: ComparedService,
  metric: DoraMetricId,
  order: ServiceOrder,
): number | undefined {
  const [value, before] = [
    service.metrics[metric].value,
    service.before[metric].value,
  ];
  if (order === 'name') {
    return 0;
  }
  if (order === 'change') {
    return value === undefined || before === undefined
      ? undefined
      : improvement(metric, before, value);
  }
  return value === undefined ? undefined : improvement(metric, 0, value);
}

function nothing(entityRef: string): WindowFacts {
  return {
    entityRef,
    deployments: 0,
    mainlineDeployments: 0,
    failed: 0,
    reworks: 0,
  };
}

function additive(
  sums: DaySums,
  { from, to }: Span,
): Pick<
  DoraMetrics,
  'deploymentFrequency' | 'changeFailRate' | 'deploymentReworkRate'
> {
  const { deploymentFrequency, changeFailRate, deploymentReworkRate } =
    deploymentMetrics({
      facts: { ...sums, mainlineDeployments: 0 },
      duration: to - from,
    });
  return { deploymentFrequency, changeFailRate, deploymentReworkRate };
}

function toPeriod({ from, to }: Span): { from: string; to: string } {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}

function dateOf(at: number): string {
  return new Date(Math.ceil(at / day) * day).toISOString().slice(0, 10);
}
