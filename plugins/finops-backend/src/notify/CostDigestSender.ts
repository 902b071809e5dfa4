import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { BudgetUse } from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';
import type { AnomalyStore } from '../anomalies/AnomalyStore';
import type { Budgets } from '../budgets/Budgets';
import type { RecommendationStore } from '../recommendations/RecommendationStore';
import type { OwnersByDay } from '../statements/OwnersByDay';
import type { ToldStore } from '../steering/ToldStore';
import { digestWeek, type DigestSettings, type DigestWeek } from './digestWeek';
import { spellAmount, spellAmounts, spellShare } from './spell';

const Exact = Decimal.clone({ precision: 60 });
const kind = 'digest';
/** What people can mute, or send elsewhere. */
export const digestTopic = 'cost-digest';

/** A digest that could not be sent for this long is left out: the next one is near. */
const mostLate = 24 * 3_600_000;

/** What {@link CostDigestSender} works with. */
export type CostDigestSenderOptions = {
  anomalies: AnomalyStore;
  budgets: Budgets;
  client: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  owners: OwnersByDay;
  recommendations: RecommendationStore;
  settings: DigestSettings;
  told: ToldStore;
  now?: () => number;
};

type GroupCost = {
  refs: Set<string>;
  /** By currency. */
  now: Map<string, Decimal>;
  before: Map<string, Decimal>;
};

/** Tells each group once a week what the things that it owns cost, and what it could do. */
export class CostDigestSender {
  readonly #options: CostDigestSenderOptions;

  private constructor(options: CostDigestSenderOptions) {
    this.#options = options;
  }

  static create(options: CostDigestSenderOptions): CostDigestSender {
    return new CostDigestSender(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { logger, settings, now = Date.now } = this.#options;
    const week = digestWeek(now(), settings);
    if (now() - week.sentAt >= mostLate) {
      return;
    }
    const groups = await this.#costs(week);
    const budgets = await this.#budgetsByOwner();
    for (const [group, cost] of groups) {
      if (options.signal?.aborted) {
        return;
      }
      try {
        await this.#send(group, { cost, week, budgets: budgets.get(group) });
      } catch (error) {
        logger.warn(
          `The weekly cost digest of ${group} was not sent, which is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #send(
    group: string,
    found: { cost: GroupCost; week: DigestWeek; budgets?: BudgetUse[] },
  ): Promise<void> {
    const { anomalies, notifications, recommendations, told } = this.#options;
    const { cost, week, budgets = [] } = found;
    const refs = [...cost.refs];
    await told.tellOnce(
      { kind, subject: group, period: week.day, what: 'sent' },
      async () => {
        const { items } = await anomalies.list({
          from: week.from,
          to: week.day,
          state: 'open',
          refs,
          limit: 100,
        });
        const savings = await recommendations.list({ state: 'open', refs });
        await notifications.send({
          recipients: { type: 'entity', entityRef: group },
          payload: describe(group, {
            cost,
            week,
            budgets,
            anomalies: items.length,
            savings: savings.filter(each => each.kind === 'saving'),
          }),
        });
      },
    );
  }

  /** What the things of each group cost, in the week and in the one before. */
  async #costs(week: DigestWeek): Promise<Map<string, GroupCost>> {
    const { client, owners } = this.#options;
    const { rows } = await client.raw(
      `SELECT entity_ref AS "entityRef", currency,
         coalesce(sum(billed_cost) FILTER (WHERE charge_day >= :from::date), 0)::text AS now,
         coalesce(sum(billed_cost) FILTER (WHERE charge_day < :from::date), 0)::text AS before
       FROM daily_costs
       WHERE charge_day >= :before::date AND charge_day < :day::date AND entity_ref <> ''
       GROUP BY entity_ref, currency`,
      week,
    );
    const ownerOf = await owners.ownersOn(
      week.day,
      rows.map((row: { entityRef: string }) => row.entityRef),
    );
    const groups = new Map<string, GroupCost>();
    for (const { entityRef, currency, now, before } of rows) {
      const owner = ownerOf.get(entityRef);
      if (owner?.startsWith('group:')) {
        const group = groups.get(owner) ?? {
          refs: new Set(),
          now: new Map(),
          before: new Map(),
        };
        groups.set(owner, group);
        group.refs.add(entityRef);
        addTo(group.now, currency, now);
        addTo(group.before, currency, before);
      }
    }
    return groups;
  }

  async #budgetsByOwner(): Promise<Map<string, BudgetUse[]>> {
    const { budgets } = this.#options;
    const owned = new Map<string, BudgetUse[]>();
    for (const use of await budgets.useOf(await budgets.listAll())) {
      const { owner, slice } = use.budget;
      const who = owner ?? slice.scope;
      if (who?.startsWith('group:')) {
        owned.set(who, [...(owned.get(who) ?? []), use]);
      }
    }
    return owned;
  }
}

function addTo(
  sums: Map<string, Decimal>,
  currency: string,
  amount: string,
): void {
  sums.set(currency, (sums.get(currency) ?? new Exact(0)).plus(amount));
}

function describe(
  group: string,
  found: {
    cost: GroupCost;
    week: DigestWeek;
    budgets: readonly BudgetUse[];
    anomalies: number;
    savings: ReadonlyArray<{ monthlySaving: string; currency: string }>;
  },
): NotificationPayload {
  const { cost, week, budgets, anomalies, savings } = found;
  const currencies = [...cost.now.keys()].sort();
  const totals = currencies.map(currency =>
    spellAmount(cost.now.get(currency)?.toFixed() ?? '0', currency),
  );
  const changes = currencies.flatMap(currency => {
    const now = cost.now.get(currency) ?? new Exact(0);
    const before = cost.before.get(currency) ?? new Exact(0);
    if (before.lte(0)) {
      return [];
    }
    const change = now.minus(before).div(before).times(100);
    return [
      `${change.gte(0) ? '+' : '−'}${change
        .abs()
        .toFixed(0)} % against the week before (${currency})`,
    ];
  });
  const near = budgets.filter(
    ({ state, unconverted }) => state !== 'within' || unconverted,
  );
  const potential = new Map<string, Decimal>();
  savings.forEach(({ currency, monthlySaving }) =>
    addTo(potential, currency, monthlySaving),
  );
  const parts = [
    changes.length > 0 && `${changes.join(', ')}.`,
    near.length > 0 && `Budgets: ${near.map(describeBudget).join('; ')}.`,
    anomalies > 0 &&
      `${anomalies} open ${anomalies === 1 ? 'anomaly' : 'anomalies'}.`,
    potential.size > 0 &&
      `Savings to decide: ${[...potential]
        .map(([currency, sum]) => spellAmount(sum.toFixed(), currency))
        .join(', ')} a month.`,
    `Cost from ${week.from} on until before ${week.day}, as far as it is imported.`,
  ];
  return {
    title: `Cost of the last week: ${totals.join(', ')}`,
    description: parts.filter(Boolean).join(' '),
    link: `/finops?${new URLSearchParams({ scope: group })}`,
    severity: 'low',
    topic: digestTopic,
    // The digest of the next week takes its place.
    scope: `${digestTopic}:${group}`,
  };
}

function describeBudget(use: BudgetUse): string {
  const { budget, share, state, unconverted } = use;
  return [
    `${budget.title} ${spellShare(share)}`,
    state === 'forecast-over' && 'expected to be overrun',
    unconverted &&
      `not counted are ${spellAmounts(unconverted)}, without an exchange rate`,
  ]
    .filter(Boolean)
    .join(', ');
}
