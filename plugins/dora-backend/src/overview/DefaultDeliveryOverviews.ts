import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  deploymentMetrics,
  improvement,
  summariseServices,
  trendPeriods,
  wholeTrendPeriods,
  type ComparedService,
  type DeliveryOverview,
  type DoraMetricId,
  type DoraMetrics,
  type OverviewTrend,
  type ServiceOrder,
  type ServicePage,
  type TrendInterval,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';
import type { DaySums, OverviewStore } from '../database/OverviewStore';
import {
  comparedWindow,
  spanOfWindow,
  windowEnd,
  type NamedWindow,
} from '../derive/namedWindows';
import type { DeliveryOverviews, OverviewQuestion } from './DeliveryOverviews';
import { daysOfOthers } from './memberDays';
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
import { WindowMemory, type KnownWindows } from './WindowMemory';

const day = 86_400_000;

const noSums: DaySums = { deployments: 0, failed: 0, reworks: 0 };

/** What {@link DefaultDeliveryOverviews} works with. */
export type DefaultDeliveryOverviewsOptions = {
  store: OverviewStore;
  members: ScopeMembers;
  now?: () => number;
};

/** What questions about a scope are answered from. */
type Known = { members: Members; windows: KnownWindows };

/** Calculates with the functions of the common package from windows and daily parts. */
export class DefaultDeliveryOverviews implements DeliveryOverviews {
  readonly #options: DefaultDeliveryOverviewsOptions;
  readonly #windows: WindowMemory;

  private constructor(options: DefaultDeliveryOverviewsOptions) {
    this.#options = options;
    this.#windows = WindowMemory.create(options);
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
    const { environment, edition, comparison } = question;
    const window = await this.#windowOf(question);
    const compared = comparedWindow(window, comparison);
    const [period, before] = [window, compared].map(spanOfWindow);
    const [known, withDemo] = await Promise.all([
      this.#read(credentials, question, window),
      this.#options.store.listWithDemo(),
    ]);
    const { current } = known.members;
    const of = current.length;
    const services = compareServices(known, question);
    const environments = environmentsOf(known);
    const sums = await this.#total(known, environment, [before, period]);
    return {
      scope: question.scope,
      period: toPeriod(period),
      comparison: toPeriod(before),
      environment: environment || undefined,
      environments,
      edition,
      services: of,
      measured: services.length,
      demo: current.some(entityRef => withDemo.has(entityRef)),
      metrics: summariseServices({
        services,
        of,
        totals: additive(sums.now, period),
        totalsBefore: additive(sums.before, before),
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
    const known = await this.#read(credentials, question, window);
    const services = compareServices(known, question);
    const byRef = new Map(services.map(each => [each.entityRef, each]));
    const places = known.members.current
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
    const period = wholeTrendPeriods({ ...spanOfWindow(window), interval });
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

  async #read(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    window: NamedWindow,
  ): Promise<Known> {
    const [members, windows] = await Promise.all([
      this.#membersOf(credentials, question, window),
      this.#windows.read({ window, comparison: question.comparison }),
    ]);
    return { members, windows };
  }

  /**
   * What adds up in both windows. Most members belong for all of both, so that their windows tell; only for the others the days
   * are looked at.
   */
  async #total(
    { members, windows }: Known,
    environment: string,
    spans: readonly [Span, Span],
  ): Promise<{ now: DaySums; before: DaySums }> {
    const { whole, partial } = members;
    const sums = { now: { ...noSums }, before: { ...noSums } };
    for (const entityRef of whole) {
      const service = windows.get(entityRef)?.get(environment);
      if (service) {
        add(sums.now, service.now);
        if (service.before) {
          add(sums.before, service.before);
        }
      }
    }
    if (partial.length > 0) {
      const points = spans.map(toDays);
      const { store } = this.#options;
      const [before, now] = await store.sumDays({
        points,
        environment,
        members: partial,
      });
      add(sums.before, before);
      add(sums.now, now);
    }
    return sums;
  }

  /** What adds up in each of the points, which lie in a window. */
  async #sum(
    credentials: BackstageCredentials,
    question: OverviewQuestion,
    window: NamedWindow,
    points: readonly Span[],
  ): Promise<DaySums[]> {
    const { store } = this.#options;
    const days = points.map(toDays);
    const isWhole = isWholeCompany(question.scope) && days.length > 0;
    // Before the windows are read: what gets its window meanwhile is in both, and not in neither.
    const withoutWindow = isWhole
      ? await store.listWithoutWindow({
          window,
          from: days[0].from,
          to: days[days.length - 1].to,
        })
      : [];
    const { members, windows } = await this.#read(
      credentials,
      question,
      window,
    );
    const { whole, partial } = members;
    // Of the whole company it is less to leave out who does not belong.
    const others = isWhole
      ? daysOfOthers(new Set([...windows.keys(), ...withoutWindow]), members)
      : undefined;
    return store.sumDays({
      points: days,
      environment: question.environment,
      members:
        others && others.length < whole.length
          ? { allBut: others }
          : [...whole.map(entityRef => ({ entityRef })), ...partial],
    });
  }

  /** Asked about the window and the one that it is compared with at once: everything that a page asks is one question then. */
  async #membersOf(
    credentials: BackstageCredentials,
    { scope, asOfNow, comparison }: OverviewQuestion,
    window: NamedWindow,
  ): Promise<Members> {
    const { from } = spanOfWindow(comparedWindow(window, comparison));
    const { to } = spanOfWindow(window);
    return this.#options.members.membersOf(credentials, {
      scope,
      asOfNow,
      period: { from, to },
    });
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

/** The figures of the services of today of which any deployment is known. */
function compareServices(
  { members, windows }: Known,
  { environment, edition }: OverviewQuestion,
): ComparedService[] {
  return members.current.flatMap(entityRef => {
    const service = windows.get(entityRef)?.get(environment);
    return service ? [service.compare(edition)] : [];
  });
}

/** Where the services of today are deployed to, sorted. */
function environmentsOf({ members, windows }: Known): string[] {
  const found = new Set<string>();
  for (const entityRef of members.current) {
    for (const environment of windows.get(entityRef)?.keys() ?? []) {
      found.add(environment);
    }
  }
  found.delete('');
  return [...found].sort();
}

function add(sums: DaySums, more: DaySums): void {
  sums.deployments += more.deployments;
  sums.failed += more.failed;
  sums.reworks += more.reworks;
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

function toDays({ from, to }: Span): { from: string; to: string } {
  return { from: dateOf(from), to: dateOf(to) };
}

function dateOf(at: number): string {
  return new Date(Math.ceil(at / day) * day).toISOString().slice(0, 10);
}
