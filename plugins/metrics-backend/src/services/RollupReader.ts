import {
  addParts,
  distributionOf,
  type MetricParts,
  type MetricRollup,
  type MetricValue,
  dayName,
} from '@portal/plugin-metrics-common';
import type { Freshness } from './Freshness';
import type { ScopeMember } from './MetricMembers';
import type {
  MetricStore,
  RunDays,
  StoredMetric,
  StoredValue,
} from './MetricStore';
import { notReported, ofParts, withReport } from './toMetricValue';

/** Days `[from, to)` that a roll-up is for. */
export type RollupPeriod = {
  from: number;
  to: number;
  /** By how many days a rate is divided: those that could be reported. */
  days: number;
  /** The day whose values count where days don't add. Without one there are none. */
  lastDay?: number;
  /** The first day whose report counts as fresh. Without it figures are not stale: they are of the past. */
  freshFrom?: number;
};

/** What one metric is asked for. */
export type RollupQuestion = {
  metric: StoredMetric;
  dimensionId: number;
  /** Each makes a figure of its own. */
  periods: RollupPeriod[];
  /** The window that a distribution is of. */
  window: RunDays;
  /** The last day for which the metric was reported at all. */
  lastDay?: number;
  /** The components of each scope. */
  scopes: ScopeMember[][];
};

/** Values of one scope in one period, and of how many components there could be one. */
type ScopeValues = { values: StoredValue[]; of: number };

/** Makes one figure, or one distribution, of the components of a scope. */
export class RollupReader {
  readonly #freshness: Freshness;
  readonly #store: MetricStore;

  private constructor(options: { freshness: Freshness; store: MetricStore }) {
    this.#freshness = options.freshness;
    this.#store = options.store;
  }

  static create(options: {
    freshness: Freshness;
    store: MetricStore;
  }): RollupReader {
    return new RollupReader(options);
  }

  /** For each scope, in their order, one roll-up a period. */
  async read(question: RollupQuestion): Promise<MetricRollup[][]> {
    const { definition } = question.metric;
    if (definition.aggregation === 'distribution') {
      return this.#distributions(question);
    }
    return definition.overTime === 'last'
      ? this.#lastOnes(question)
      : this.#added(question);
  }

  async #added(question: RollupQuestion): Promise<MetricRollup[][]> {
    const { metric, periods, scopes } = question;
    const ids = await this.#idsOf(scopes);
    const spans = scopes.flatMap((members, group) =>
      members.flatMap(({ entityRef, days }) => {
        const entityId = ids.get(entityRef);
        return entityId === undefined
          ? []
          : days.map(({ from, to }) => ({ group, entityId, from, to }));
      }),
    );
    const key = { metricId: metric.id, dimensionId: question.dimensionId };
    const added = await this.#store.added(key, spans, periods);
    const found = new Map(
      added.map(item => [placeOf(item.group, item.bucket), item]),
    );
    return scopes.map((members, group) =>
      periods.map((period, bucket) => {
        const item = found.get(placeOf(group, bucket));
        return sumOf(question, period, {
          parts: item?.parts,
          have: item?.entities ?? 0,
          of: members.filter(member => belongsIn(member, period)).length,
        });
      }),
    );
  }

  async #lastOnes(question: RollupQuestion): Promise<MetricRollup[][]> {
    const found = await this.#atTheEnds(question, 1);
    return found.map(ofScope =>
      ofScope.map(({ values, of }, place) =>
        sumOf(question, question.periods[place], {
          parts: addParts(values.map(({ parts }) => parts)),
          have: values.length,
          of,
        }),
      ),
    );
  }

  async #distributions(question: RollupQuestion): Promise<MetricRollup[][]> {
    const found = await this.#atTheEnds(question, question.window);
    return found.map(ofScope =>
      ofScope.map(({ values, of }, place) =>
        distributionAt(question, question.periods[place], { values, of }),
      ),
    );
  }

  /** What the components of each scope at the end of each period have then, as far as it was reported lately. */
  async #atTheEnds(
    question: RollupQuestion,
    days: RunDays,
  ): Promise<ScopeValues[][]> {
    const { metric, periods, scopes } = question;
    const ids = await this.#idsOf(scopes);
    const places = periods.flatMap(({ lastDay }, place) =>
      lastDay === undefined ? [] : [{ place, day: lastDay }],
    );
    const asked = places.map(({ day }) => ({
      day,
      freshFrom: this.#freshness.freshFromThen(metric.definition, day),
    }));
    const stored = await this.#store.valuesAt(
      { metricId: metric.id, dimensionId: question.dimensionId },
      days,
      asked,
      [...ids.values()],
    );
    const fresh = new Map(
      stored
        .filter(value => value.lastDay === undefined)
        .map(value => [
          placeOf(value.entityId, places[value.place].place),
          value,
        ]),
    );
    return scopes.map(members =>
      periods.map((period, place) => {
        const then = members.filter(member => belongsAtEnd(member, period));
        return {
          of: then.length,
          values: then.flatMap(({ entityRef }) => {
            const id = ids.get(entityRef) ?? -1;
            return fresh.get(placeOf(id, place)) ?? [];
          }),
        };
      }),
    );
  }

  async #idsOf(scopes: ScopeMember[][]): Promise<Map<string, number>> {
    const refs = [...new Set(scopes.flat().map(({ entityRef }) => entityRef))];
    const ids = await this.#store.entityIds(refs);
    return new Map(
      refs.flatMap((ref, index) => {
        const id = ids[index];
        return id === undefined ? [] : [[ref, id] as const];
      }),
    );
  }
}

/** The name of a place in a table of groups or entities, and periods. */
function placeOf(row: number, period: number): string {
  return `${row} ${period}`;
}

function belongsIn(member: ScopeMember, period: RollupPeriod): boolean {
  return member.days.some(
    ({ from, to }) => from < period.to && to > period.from,
  );
}

function belongsAtEnd(member: ScopeMember, period: RollupPeriod): boolean {
  return member.days.some(
    ({ from, to }) => from < period.to && to >= period.to,
  );
}

function sumOf(
  question: RollupQuestion,
  period: RollupPeriod,
  found: { parts?: MetricParts; have: number; of: number },
): MetricRollup {
  const { definition } = question.metric;
  const { parts } = found;
  const lastDay = staleDay(question, period);
  return {
    ...commonOf(question, period, found),
    aggregation: definition.aggregation === 'ratio' ? 'ratio' : 'sum',
    value: parts
      ? ofParts(definition, parts, period.days, lastDay)
      : notReported(definition, lastDay),
    parts: parts ?? {},
  };
}

function distributionAt(
  question: RollupQuestion,
  period: RollupPeriod,
  { values, of }: ScopeValues,
): MetricRollup {
  const { definition } = question.metric;
  const numbers = values.flatMap(({ value }) => value ?? []);
  const distribution = distributionOf(numbers, definition.bands);
  const value: MetricValue = distribution
    ? { state: 'ok', unit: definition.unit, sampleSize: numbers.length }
    : notReported(definition);
  return {
    ...commonOf(question, period, { have: numbers.length, of }),
    aggregation: 'distribution',
    value: withReport(value, definition, staleDay(question, period)),
    ...(distribution && { distribution }),
  };
}

function commonOf(
  question: RollupQuestion,
  period: RollupPeriod,
  { have, of }: { have: number; of: number },
) {
  return {
    metricId: question.metric.definition.id,
    period: { from: dayName(period.from), to: dayName(period.to) },
    coverage: { have, of },
  };
}

/** The last reported day, if that is not fresh. */
function staleDay(
  { lastDay }: RollupQuestion,
  { freshFrom = -Infinity }: RollupPeriod,
): number | undefined {
  return lastDay !== undefined && lastDay < freshFrom ? lastDay : undefined;
}
