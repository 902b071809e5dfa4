import {
  createAllocation,
  splitShared,
  type AllocationRules,
  type SharedSplit,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { Allocated, Allocator } from './Allocator';
import type { CatalogIndex, CatalogSnapshot } from './CatalogIndex';
import type { WeightSource } from './MetricWeights';
import { hashOf, type RuleStore } from './RuleStore';
import { adoptShares, findMonthLike } from './adoptShares';
import {
  applyShares,
  changedSources,
  createTables,
  noteSplit,
  readDirectCosts,
  readItems,
  selectItems,
  wholeShare,
  writeShares,
  type ItemShare,
  type ShareTable,
} from './shareTables';

/** What {@link AllocationService} works with. */
export type AllocationServiceOptions = {
  catalog: CatalogIndex;
  rules: RuleStore;
  weights: WeightSource;
};

/** Rules, and what is known besides them. */
export type AllocationInput = {
  rules: AllocationRules;
  /** 0 and above; of a dry run, that in force. */
  version: number;
  catalog: CatalogSnapshot;
};

/** An item that waits until it is known what the others cost. */
type Waiting = {
  ruleId: string;
  split: SharedSplit;
  items: Map<string, string>;
};

/**
 * Decides whose the items of a billing month are. Only shares that differ are written, so that a run which changes nothing writes
 * nothing. What is split is decided last, by what is left of the month.
 */
export class AllocationService implements Allocator {
  readonly #options: AllocationServiceOptions;

  private constructor(options: AllocationServiceOptions) {
    this.#options = options;
  }

  static create(options: AllocationServiceOptions): AllocationService {
    return new AllocationService(options);
  }

  readonly allocate: Allocator['allocate'] = async (
    transaction,
    month,
    options,
  ) => {
    const input = await this.input(transaction);
    const hash = inputHash(input, month);
    const sourceIds = await this.decide(transaction, {
      ...options,
      month,
      input,
      like: options.all
        ? undefined
        : await findMonthLike(transaction, { month, hash }),
      table: 'item_shares',
    });
    const insert = transaction('allocation_runs')
      .insert({
        billing_month: month,
        rules_version: input.version,
        input_hash: hash,
        allocated_at: transaction.fn.now(),
      })
      .onConflict('billing_month');
    // Of a month of which only new items were decided, the others may need another run: it is like no other then.
    await (options.all
      ? insert.merge()
      : insert
          .merge({ input_hash: '' })
          .whereRaw('allocation_runs.input_hash <> excluded.input_hash'));
    const { sourceId } = options;
    return {
      version: input.version,
      sourceIds:
        sourceId === undefined
          ? sourceIds
          : [...new Set([...sourceIds, sourceId])],
    } satisfies Allocated;
  };

  /** The rules in force, and what the catalog knows. */
  async input(client: Knex): Promise<AllocationInput> {
    const catalog = await this.#options.catalog.current();
    const { rules, version } = await this.#options.rules.current(client);
    return { rules, version, catalog };
  }

  /** Writes shares to a table, and answers whose lines are shared otherwise than before. */
  async decide(
    transaction: Knex.Transaction,
    options: {
      month: string;
      all: boolean;
      sourceId?: number;
      input: AllocationInput;
      /** A month that was decided by the same: items that it has are decided as there. */
      like?: string;
      table: ShareTable;
    },
  ): Promise<number[]> {
    const { month, input, like, table } = options;
    const { rules, catalog, version } = input;
    const splitRules = rules.rules.flatMap(({ id, shared }) =>
      shared ? [id] : [],
    );
    await createTables(transaction);
    await selectItems(transaction, table, { ...options, splitRules });
    if (like) {
      await adoptShares(transaction, { like, month, splitRules, version });
    }

    const decide = createAllocation({ rules, catalog, month });
    const waiting = new Map<string, Waiting>();
    for await (const items of readItems(transaction)) {
      const shares: ItemShare[] = [];
      for (const item of items) {
        const decision = decide(item);
        if (decision.kind === 'shared') {
          const { ruleId, split, environment } = decision;
          const rule = waiting.get(ruleId) ?? {
            ruleId,
            split,
            items: new Map(),
          };
          rule.items.set(item.id, environment);
          waiting.set(ruleId, rule);
        } else {
          shares.push(wholeShare(item.id, decision));
        }
      }
      await writeShares(transaction, shares);
    }
    const ofSource = !options.all && options.sourceId !== undefined;
    await applyShares(transaction, table, { month, version, ofSource });

    if (waiting.size > 0) {
      await noteSplit(
        transaction,
        [...waiting.values()].flatMap(({ items }) => [...items.keys()]),
      );
      const direct = await readDirectCosts(transaction, table, {
        month,
        splitRules,
      });
      for (const { ruleId, split, items } of waiting.values()) {
        const parts = splitShared(split, {
          direct,
          has: catalog.has,
          metric: split.metric
            ? await this.#options.weights.weightsOf(split.metric, month)
            : undefined,
        });
        await writeShares(transaction, sharesOf(items, parts, ruleId));
      }
      await applyShares(transaction, table, { month, version, ofSource });
    }
    return changedSources(transaction, month);
  }
}

/** One value for all that the outcome of a month depends on, but for metrics. */
export function inputHash(input: AllocationInput, month: string): string {
  const name = month.slice(0, 7);
  return hashOf([
    input.catalog.hash,
    {
      ...input.rules,
      rules: input.rules.rules.filter(
        ({ from, to }) => (!from || from <= name) && (!to || name < to),
      ),
    },
  ]);
}

function* sharesOf(
  items: ReadonlyMap<string, string>,
  parts: ReturnType<typeof splitShared>,
  ruleId: string,
): Generator<ItemShare> {
  for (const [itemId, environment] of items) {
    for (const [position, part] of parts.entries()) {
      yield { ...part, itemId, position, environment, ruleId };
    }
  }
}
