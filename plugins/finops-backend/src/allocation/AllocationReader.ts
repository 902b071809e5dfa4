import { NotFoundError } from '@backstage/errors';
import {
  addAmounts,
  compareAmounts,
  parseAllocationRules,
  percentageOf,
  roundAmount,
  subtractAmounts,
  type AllocationCoverage,
  type AllocationDryRun,
  type AllocationEffect,
  type AllocationRule,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { shareOf } from '../database/shareOf';
import type { AllocationService } from './AllocationService';
import type { CatalogIndex } from './CatalogIndex';
import type { RuleStore } from './RuleStore';

/** What {@link AllocationReader} reads. */
export type AllocationReaderOptions = {
  catalog: CatalogIndex;
  client: Knex;
  rules: RuleStore;
  service: AllocationService;
};

type Effect = {
  entity_ref: string;
  bucket: string;
  currency: string;
  total: string;
};

const mostEffects = 500;
const compared =
  'item_id, position, entity_ref, bucket, environment, share_from, share_to';

/** What lines say that no rule of a file gave away. */
const builtInRules: Record<string, string> = {
  'annotation:resource-ids':
    'The annotation finops.portal/resource-ids of the entity names the resource',
  'annotation:tags':
    'The annotation finops.portal/tags of the entity names a tag of the resource',
  'annotation:sub-accounts':
    'The annotation finops.portal/sub-accounts of the entity names the sub-account',
  'annotation:services':
    'The annotation finops.portal/services of the entity names the service',
  'name:application': 'The tag "application" is the name of the component',
  none: 'No rule, no annotation and no name matches',
};

/** Says what rules do, what others would do, and by which rule an item belongs to somebody. */
export class AllocationReader {
  readonly #options: AllocationReaderOptions;

  private constructor(options: AllocationReaderOptions) {
    this.#options = options;
  }

  static create(options: AllocationReaderOptions): AllocationReader {
    return new AllocationReader(options);
  }

  /** Decides a month by other rules in tables of its own, and compares. Nothing that is kept changes. */
  async dryRun(options: {
    rules: unknown;
    /** `YYYY-MM`. */
    month: string;
    metric: 'BilledCost' | 'EffectiveCost';
  }): Promise<AllocationDryRun> {
    const { client, catalog, service } = this.#options;
    const rules = parseAllocationRules(options.rules);
    const month = `${options.month}-01`;
    const column =
      options.metric === 'BilledCost'
        ? 'line.billed_cost'
        : 'coalesce(line.effective_cost, 0)';
    return client.transaction(
      async transaction => {
        await transaction.raw(
          'CREATE TEMPORARY TABLE dry_shares (LIKE item_shares INCLUDING ALL) ON COMMIT DROP',
        );
        const input = await service.input(transaction);
        await service.decide(transaction, {
          month,
          all: true,
          input: { ...input, rules },
          table: 'dry_shares',
        });
        const snapshot = await catalog.current();
        const before = await readEffects(
          transaction,
          'item_shares',
          month,
          column,
        );
        const after = await readEffects(
          transaction,
          'dry_shares',
          month,
          column,
        );
        const effects = compareEffects(before, after, snapshot.ownerOf);
        const { rows } = await transaction.raw(
          `SELECT (SELECT count(*)::int FROM allocation_items) AS items, count(DISTINCT item_id)::int AS changed FROM (
             (SELECT ${compared} FROM dry_shares EXCEPT SELECT ${compared} FROM item_shares WHERE billing_month = :month)
             UNION ALL
             (SELECT ${compared} FROM item_shares WHERE billing_month = :month EXCEPT SELECT ${compared} FROM dry_shares)
           ) AS difference`,
          { month },
        );
        return {
          month: options.month,
          metric: options.metric,
          items: rows[0].items,
          changedItems: rows[0].changed,
          totals: sumBy(effects, () => '').map(({ key: _, ...sums }) => sums),
          owners: sumBy(effects, ({ owner }) => owner ?? '').map(
            ({ key, ...sums }) => ({ owner: key, ...sums }),
          ),
          effects: effects
            .filter(
              ({ before: one, after: other }) =>
                compareAmounts(one, other) !== 0,
            )
            .slice(0, mostEffects),
        };
      },
      { isolationLevel: 'repeatable read' },
    );
  }

  /**
   * How much of the billed cost of charge days has an owner.
   *
   * @param period - days `[from, to)`
   */
  async coverage(period: {
    from: string;
    to: string;
  }): Promise<AllocationCoverage> {
    const { client } = this.#options;
    const { rows } = await client.raw(
      `SELECT currency, bucket, sum(billed_cost)::text AS total FROM daily_totals
       WHERE charge_day >= :from AND charge_day < :to GROUP BY 1, 2 ORDER BY 1, 2`,
      period,
    );
    const sums: Array<{ currency: string; bucket: string; total: string }> =
      rows;
    const currencies = [...new Set(sums.map(({ currency }) => currency))].map(
      currency => {
        const own = sums.filter(sum => sum.currency === currency);
        const total = addAmounts(own.map(sum => sum.total));
        const allocated = own.find(({ bucket }) => bucket === '')?.total ?? '0';
        const share = percentageOf(allocated, total);
        return {
          currency,
          total,
          allocated,
          percentage: share && roundAmount(share, 2),
          buckets: own
            .filter(({ bucket }) => bucket !== '')
            .map(({ bucket, total: amount }) => ({ bucket, total: amount })),
        };
      },
    );
    const runs = await client('allocation_runs')
      .whereRaw("billing_month >= date_trunc('month', ?::date)", [period.from])
      .where('billing_month', '<', period.to)
      .orderBy('billing_month')
      .select<Array<{ month: string; version: number; at: Date }>>(
        client.raw(`to_char(billing_month, 'YYYY-MM') AS month`),
        'rules_version AS version',
        'allocated_at AS at',
      );
    return {
      ...period,
      currencies,
      months: runs.map(({ month, version, at }) => ({
        month,
        version,
        allocatedAt: at.toISOString(),
      })),
    };
  }

  /** The rule that a line names, as it was in that version. Rules that are built in have no text. */
  async rule(
    version: number,
    ruleId: string,
  ): Promise<{ ruleId: string; title: string; rule?: AllocationRule }> {
    const builtIn = builtInRules[ruleId];
    if (builtIn) {
      return { ruleId, title: builtIn };
    }
    const { rules } = await this.#options.rules.get(version);
    const rule = rules.rules.find(({ id }) => id === ruleId);
    if (!rule) {
      throw new NotFoundError(
        `ruleId: version ${version} of the allocation rules has no rule "${ruleId}"`,
      );
    }
    return { ruleId, title: rule.title, rule };
  }
}

async function readEffects(
  transaction: Knex.Transaction,
  table: string,
  month: string,
  column: string,
): Promise<Effect[]> {
  const { rows } = await transaction.raw(
    `SELECT coalesce(share.entity_ref, '') AS entity_ref,
            CASE WHEN share.item_id IS NULL THEN 'unmatched' ELSE share.bucket END AS bucket,
            line.currency, sum(coalesce(${shareOf(
              column,
            )}, ${column}))::text AS total
     FROM cost_lines AS line
     LEFT JOIN ${table} AS share ON share.billing_month = :month AND share.item_id = line.item_id
     WHERE line.billing_month = :month
     GROUP BY 1, 2, 3`,
    { month },
  );
  return rows;
}

function compareEffects(
  before: readonly Effect[],
  after: readonly Effect[],
  ownerOf: (entityRef: string) => string | undefined,
): AllocationEffect[] {
  const effects = new Map<string, AllocationEffect>();
  for (const [side, list] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const { entity_ref: entityRef, bucket, currency, total } of list) {
      const key = `${entityRef} ${bucket} ${currency}`;
      const effect = effects.get(key) ?? {
        entityRef,
        bucket,
        currency,
        owner: ownerOf(entityRef),
        before: '0',
        after: '0',
      };
      effect[side] = total;
      effects.set(key, effect);
    }
  }
  return [...effects.values()].sort(
    (one, other) =>
      compareAmounts(sizeOf(other), sizeOf(one)) ||
      (one.entityRef < other.entityRef ? -1 : 1),
  );
}

function sizeOf({ before, after }: { before: string; after: string }): string {
  return subtractAmounts(after, before).replace('-', '');
}

function sumBy(
  effects: readonly AllocationEffect[],
  keyOf: (effect: AllocationEffect) => string,
): Array<{ key: string; currency: string; before: string; after: string }> {
  const groups = new Map<string, AllocationEffect[]>();
  for (const effect of effects) {
    const key = `${effect.currency} ${keyOf(effect)}`;
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()].map(list => ({
    key: keyOf(list[0]),
    currency: list[0].currency,
    before: addAmounts(list.map(({ before }) => before)),
    after: addAmounts(list.map(({ after }) => after)),
  }));
}
