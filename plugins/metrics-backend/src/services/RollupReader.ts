import {
  addParts,
  distributionOf,
  type MetricParts,
  type MetricRollup,
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

/** What one metric is asked for. Days `[from, to)`. */
export type RollupQuestion = {
  metric: StoredMetric;
  dimensionId: number;
  period: { from: number; to: number };
  /** The window that a distribution is of. */
  window: RunDays;
  /** The last day up to the period's end for which the metric was reported at all. */
  lastDay?: number;
  /** The first day whose report counts as fresh for the question. */
  freshFrom: number;
  /** The components of each scope. */
  scopes: ScopeMember[][];
};

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

  /** One roll-up for each scope, in their order. */
  async read(question: RollupQuestion): Promise<MetricRollup[]> {
    const { definition } = question.metric;
    if (definition.aggregation === 'distribution') {
      return this.#distributions(question);
    }
    return definition.overTime === 'last'
      ? this.#lastOnes(question)
      : this.#added(question);
  }

  async #added(question: RollupQuestion): Promise<MetricRollup[]> {
    const { metric, period, scopes } = question;
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
    const added = await this.#store.added(key, spans, [period]);
    const byScope = new Map(added.map(item => [item.group, item]));
    return scopes.map((members, group) => {
      const found = byScope.get(group);
      return sumOf(question, {
        parts: found?.parts,
        have: found?.entities ?? 0,
        of: members.length,
      });
    });
  }

  async #lastOnes(question: RollupQuestion): Promise<MetricRollup[]> {
    const found = await this.#atTheEnd(question, 1);
    return found.map(({ values, of }) =>
      sumOf(question, {
        parts: addParts(values.map(({ parts }) => parts)),
        have: values.length,
        of,
      }),
    );
  }

  async #distributions(question: RollupQuestion): Promise<MetricRollup[]> {
    const { definition } = question.metric;
    const found = await this.#atTheEnd(question, question.window);
    return found.map(({ values, of }) => {
      const numbers = values.flatMap(({ value }) => value ?? []);
      const distribution = distributionOf(numbers, definition.bands);
      const { state, ...missing } = notReported(definition);
      const value = distribution
        ? {
            state: 'ok' as const,
            unit: definition.unit,
            sampleSize: numbers.length,
          }
        : { state, ...missing };
      return {
        ...commonOf(question, { have: numbers.length, of }),
        aggregation: 'distribution',
        value: withReport(value, definition, staleDay(question)),
        ...(distribution && { distribution }),
      };
    });
  }

  /** What the components of each scope at the period's end have then, as far as it was reported lately. */
  async #atTheEnd(
    question: RollupQuestion,
    days: RunDays,
  ): Promise<Array<{ values: StoredValue[]; of: number }>> {
    const { metric, period } = question;
    const scopes = question.scopes.map(members =>
      members.filter(member => member.days.some(({ to }) => to === period.to)),
    );
    const ids = await this.#idsOf(scopes);
    const day = Math.min(period.to - 1, question.lastDay ?? period.to - 1);
    const freshFrom = this.#freshness.freshFromThen(metric.definition, day);
    const stored = await this.#store.valuesAt(
      { metricId: metric.id, dimensionId: question.dimensionId },
      days,
      [{ day, freshFrom }],
      [...ids.values()],
    );
    const fresh = new Map(
      stored
        .filter(({ lastDay }) => lastDay === undefined)
        .map(value => [value.entityId, value]),
    );
    return scopes.map(members => ({
      of: members.length,
      values: members.flatMap(
        ({ entityRef }) => fresh.get(ids.get(entityRef) ?? -1) ?? [],
      ),
    }));
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

function sumOf(
  question: RollupQuestion,
  found: { parts?: MetricParts; have: number; of: number },
): MetricRollup {
  const { metric, period } = question;
  const { definition } = metric;
  const { parts } = found;
  const lastDay = staleDay(question);
  return {
    ...commonOf(question, found),
    aggregation: definition.aggregation === 'ratio' ? 'ratio' : 'sum',
    value: parts
      ? ofParts(definition, parts, period.to - period.from, lastDay)
      : notReported(definition, lastDay),
    parts: parts ?? {},
  };
}

function commonOf(
  question: RollupQuestion,
  { have, of }: { have: number; of: number },
) {
  const { metric, period } = question;
  return {
    metricId: metric.definition.id,
    period: { from: dayName(period.from), to: dayName(period.to) },
    coverage: { have, of },
  };
}

/** The last reported day, if that is not fresh. */
function staleDay(question: RollupQuestion): number | undefined {
  const { freshFrom, lastDay } = question;
  return lastDay !== undefined && lastDay < freshFrom ? lastDay : undefined;
}
