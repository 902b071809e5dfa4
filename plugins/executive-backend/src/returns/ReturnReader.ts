import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  compareAmounts,
  divideAmounts,
  multiplyAmounts,
} from '@portal/amounts';
import { TtlCache } from '@portal/backend-access';
import type {
  DeclaredValue,
  NodeContext,
  NodeQuery,
  ReturnAnswer,
  ServiceReturn,
  Standing,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';
import type { Currency } from '../money/Currency';
import type { OwnedStore } from '../owned/OwnedStore';
import type { ContextReader } from '../portfolio/PortfolioContext';
import { addDays, daysBetween } from '../snapshots/days';
import { belongTo } from '../snapshots/DatabaseSnapshotReader';
import { costMetric } from '../stewardship/CloudCosts';
import type {
  Counting,
  StewardshipReading,
} from '../stewardship/StewardshipReading';
import type { DecisionStore } from './DecisionStore';
import { middle, serviceReturn } from './serviceReturn';

const daysOfYear = 365;
const most = 500;
/** How long the cost of a year is kept, in milliseconds. */
const lifetime = 600_000;

/** What {@link ReturnReader} reads. */
export type ReturnReaderOptions = {
  client: Knex;
  context: ContextReader;
  currency: Currency;
  decisions: DecisionStore;
  metricStore: Pick<MetricStoreService, 'latest' | 'trend'>;
  reading: StewardshipReading;
  values: OwnedStore<{ value: DeclaredValue }>;
};

type YearOfCost = { days: number; amounts: Map<string, number> };

/** What services are worth against what they cost. */
export class ReturnReader {
  readonly #options: ReturnReaderOptions;
  readonly #years = TtlCache.create<YearOfCost>({ lifetime });

  private constructor(options: ReturnReaderOptions) {
    this.#options = options;
  }

  static create(options: ReturnReaderOptions): ReturnReader {
    return new ReturnReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<ReturnAnswer> {
    const { currency, decisions, reading, values } = this.#options;
    const context = await this.#options.context(credentials, query);
    const { day, node } = context;
    const [counting, standings, declared, decided] = await Promise.all([
      reading.of(credentials, context),
      this.#standings(day, node.ref),
      values.list(),
      decisions.at(`${addDays(day, 1)}T00:00:00Z`),
    ]);
    const worths = new Map(
      declared.map(({ document, id }) => [id, document.value]),
    );
    const [year, usage] = await Promise.all([
      counting.cloudMissing === undefined
        ? this.#year(context)
        : { days: 0, amounts: new Map<string, number>() },
      this.#usage(day, worths, new Set(standings.keys())),
    ]);
    const people = peopleOf(counting, day);
    const services = counting.scope.services.map((service): ServiceReturn => {
      const value = worths.get(service.ref);
      const perYear = value && worthOf(value, usage.get(service.ref));
      const worth = perYear && currency.amountOf(perYear, day);
      const cost = year.amounts.get(service.ref);
      const { cost: total, ...found } = serviceReturn({
        value: worth,
        isDeclared: value?.kind === 'money',
        cloud:
          cost === undefined || year.days === 0
            ? undefined
            : divideAmounts(
                multiplyAmounts(cost.toFixed(2), String(daysOfYear)),
                String(year.days),
              ),
        people: service.ownerRef && people.get(service.ownerRef),
        costDays: year.days,
        standings: standings.get(service.ref) ?? {},
      });
      const decision = decided.get(service.ref);
      return {
        entityRef: service.ref,
        title: service.title,
        ...(service.ownerRef && { ownerRef: service.ownerRef }),
        ...(value && { value }),
        ...(worth !== undefined && { perYear: currency.money(worth) }),
        ...(total !== undefined && { cost: currency.money(total) }),
        ...found,
        ...(decision && { decision }),
      };
    });
    return {
      context,
      currency: currency.code,
      services: services.sort(byCost).slice(0, most),
      total: services.length,
      middle,
    };
  }

  /** One service, as it is in the answer of its own node. */
  async one(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<ServiceReturn> {
    const { services } = await this.read(credentials, { node: entityRef });
    const [service] = services;
    if (!service) {
      throw new NotFoundError(
        `There is no ${entityRef} in the newest snapshot; it is there some minutes after it is in the catalog`,
      );
    }
    return service;
  }

  async #standings(
    day: string,
    ref: string,
  ): Promise<Map<string, Record<string, Standing>>> {
    const rows: Array<{ ref: string; standings: Record<string, Standing> }> =
      await this.#options
        .client('service_snapshots')
        .where({ day })
        .modify(query => belongTo(query, ref))
        .select('ref', 'standings');
    return new Map(rows.map(row => [row.ref, row.standings]));
  }

  /** The cost of the services in the year that ends with the day, and of how many days of it there is any. */
  async #year({ day, node, takenAt }: NodeContext): Promise<YearOfCost> {
    const { metricStore } = this.#options;
    return this.#years.get([day, takenAt, node.ref].join(' '), async () => {
      const from = addDays(day, 1 - daysOfYear);
      const [latest, trend] = await Promise.all([
        metricStore.latest({
          metricIds: [costMetric],
          scope: node.ref,
          day,
          window: daysOfYear,
        }),
        metricStore.trend({
          metricIds: [costMetric],
          scopes: [node.ref],
          from,
          to: addDays(day, 1),
          bucket: 'week',
        }),
      ]);
      const points = trend.scopes[0]?.metrics[0]?.points ?? [];
      const first = points.findIndex(({ coverage }) => coverage.have > 0);
      const values = latest.metrics[0]?.values ?? [];
      return {
        days:
          first < 0
            ? 0
            : daysBetween(trend.buckets[first].from, addDays(day, 1)),
        amounts: new Map(
          latest.entityRefs.flatMap((ref, index): Array<[string, number]> => {
            const value = values[index]?.value;
            return value === undefined ? [] : [[ref, value]];
          }),
        ),
      };
    });
  }

  /** How much services were used in the year before, of those that are worth as much as they are used. */
  async #usage(
    day: string,
    worths: ReadonlyMap<string, DeclaredValue>,
    here: ReadonlySet<string>,
  ): Promise<Map<string, number>> {
    const byMetric = new Map<string, string[]>();
    for (const [ref, value] of worths) {
      if (value.kind === 'usage' && here.has(ref)) {
        byMetric.set(value.metricId, [
          ...(byMetric.get(value.metricId) ?? []),
          ref,
        ]);
      }
    }
    const used = new Map<string, number>();
    for (const [metricId, entityRefs] of byMetric) {
      const { metrics } = await this.#options.metricStore.latest({
        metricIds: [metricId],
        entityRefs,
        day,
        window: daysOfYear,
      });
      entityRefs.forEach((ref, index) => {
        const value = metrics[0]?.values[index]?.value;
        if (value !== undefined) {
          used.set(ref, value);
        }
      });
    }
    return used;
  }
}

/** A year of the people of an owner, in equal parts on its services. */
function peopleOf(
  { people, scope }: Counting,
  day: string,
): Map<string, string> {
  const owned = new Map<string, number>();
  for (const { ownerRef } of scope.services) {
    if (ownerRef) {
      owned.set(ownerRef, (owned.get(ownerRef) ?? 0) + 1);
    }
  }
  const to = addDays(day, 1);
  const from = addDays(to, -1);
  return new Map(
    [...owned].flatMap(([ownerRef, services]): Array<[string, string]> => {
      const costs = people.costOf([ownerRef], from, to);
      const each =
        costs.unknown.length > 0
          ? undefined
          : divideAmounts(
              multiplyAmounts(costs.amount, String(daysOfYear)),
              String(services),
            );
      return each === undefined ? [] : [[ownerRef, each]];
    }),
  );
}

function worthOf(value: DeclaredValue, usage: number | undefined) {
  if (value.kind === 'money') {
    return value.perYear;
  }
  return usage === undefined
    ? undefined
    : {
        amount: multiplyAmounts(value.valuePerUnit.amount, String(usage)),
        currency: value.valuePerUnit.currency,
      };
}

function byCost(one: ServiceReturn, other: ServiceReturn): number {
  return (
    compareAmounts(other.cost?.amount ?? '-1', one.cost?.amount ?? '-1') ||
    one.title.localeCompare(other.title)
  );
}
