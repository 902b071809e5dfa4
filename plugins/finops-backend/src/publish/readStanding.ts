import type { PublishedValue } from '@portal/plugin-metrics-common';
import { Decimal } from 'decimal.js';
import type { Budgets } from '../budgets/Budgets';
import type { RecommendationStore } from '../recommendations/RecommendationStore';
import type { ExchangeRates } from '../steering/ExchangeRates';
import type { MissingRates } from './MissingRates';
import { rounded } from './rounded';

const Exact = Decimal.clone({ precision: 60 });

type Options = {
  budgets: Pick<Budgets, 'listAll' | 'useOf'>;
  recommendations: Pick<RecommendationStore, 'list'>;
  /** What amounts are told in. */
  currency: string;
  day: string;
  rates: ExchangeRates;
  missing: MissingRates;
};

/** Where savings and budgets of entities stand. What would leave an amount out for want of a rate is not told. */
export async function readStanding(
  options: Options,
): Promise<PublishedValue[]> {
  return [...(await savings(options)), ...(await budgetUses(options))];
}

async function savings(options: Options): Promise<PublishedValue[]> {
  const { currency, day, missing, rates, recommendations } = options;
  const waste = new Map<string, { sum?: Decimal; count: number }>();
  for (const each of await recommendations.list({ state: 'open' })) {
    if (each.kind !== 'saving' || !each.entityRef) {
      continue;
    }
    const saving = rates.convert(each.monthlySaving, {
      from: each.currency,
      to: currency,
      day,
    });
    if (saving === undefined) {
      missing.add(each.currency);
    }
    const known = waste.get(each.entityRef) ?? { sum: new Exact(0), count: 0 };
    waste.set(each.entityRef, {
      sum: saving === undefined ? undefined : known.sum?.plus(saving),
      count: known.count + 1,
    });
  }
  return [...waste].flatMap(([entityRef, { sum, count }]) =>
    sum
      ? [
          {
            metricId: 'costWaste',
            entityRef,
            parts: { sum: rounded(sum.toFixed()), count },
          },
        ]
      : [],
  );
}

async function budgetUses(options: Options): Promise<PublishedValue[]> {
  const { budgets, currency, day, missing, rates } = options;
  const uses = new Map<
    string,
    { spent: Decimal; amount: Decimal; count: number }
  >();
  const incomplete = new Set<string>();
  for (const use of await budgets.useOf(await budgets.listAll(), day)) {
    const { budget, spent, unconverted = [] } = use;
    const { scope } = budget.slice;
    if (!scope?.includes(':')) {
      continue;
    }
    const inOwn = (amount: string) =>
      rates.convert(amount, { from: budget.currency, to: currency, day });
    const [used, amount] = [inOwn(spent), inOwn(budget.amount)];
    unconverted.forEach(each => missing.add(each.currency));
    if (used === undefined || amount === undefined) {
      missing.add(budget.currency);
    }
    if (used === undefined || amount === undefined || unconverted.length > 0) {
      incomplete.add(scope);
    } else {
      const known = uses.get(scope);
      uses.set(scope, {
        spent: (known?.spent ?? new Exact(0)).plus(used),
        amount: (known?.amount ?? new Exact(0)).plus(amount),
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...uses]
    .filter(([entityRef]) => !incomplete.has(entityRef))
    .map(([entityRef, { spent, amount, count }]) => ({
      metricId: 'budgetUse',
      entityRef,
      parts: {
        numerator: rounded(spent.toFixed()),
        denominator: rounded(amount.toFixed()),
        count,
      },
    }));
}
