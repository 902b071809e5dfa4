import { copyIn, copyRow } from '@portal/bulk-import';
import {
  costItemColumns,
  type AllocationDecision,
  type AllocationShare,
  type AllocationWeight,
  type CostItem,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { partitionOf } from '../database/ensurePartitions';
import { refreshStatistics } from '../database/refreshStatistics';
import { snakeCase } from '../import/snakeCase';

/** Where shares are kept: the real table, or that of a dry run. */
export type ShareTable = 'item_shares' | 'dry_shares';

/** Which items are decided. */
export type ItemSelection = {
  /** `YYYY-MM-01`. */
  month: string;
  /** Whether those that have shares are decided again. */
  all: boolean;
  /** Whose lines are looked at; undefined: everybody's. */
  sourceId?: number;
  /** Rules that split, whose outcome depends on what others cost. */
  splitRules: string[];
};

/** A part of an item as it is written. */
export type ItemShare = AllocationShare & {
  itemId: string;
  position: number;
  environment: string;
  ruleId: string;
};

const pageSize = 5_000;
const columns = costItemColumns.map(name => ({
  name,
  column: snakeCase(name),
}));
export const shareColumns =
  'item_id, position, entity_ref, bucket, environment, share_from, share_to, rule_id';

/** The transaction's own tables, empty. */
export async function createTables(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    DROP TABLE IF EXISTS allocation_items, allocation_shares, allocation_split, allocation_changed, allocation_step;
    CREATE TEMPORARY TABLE allocation_items (item_id uuid PRIMARY KEY, is_new boolean NOT NULL) ON COMMIT DROP;
    CREATE TEMPORARY TABLE allocation_shares (
      item_id uuid, position integer, entity_ref text, bucket text, environment text, share_from numeric, share_to numeric, rule_id text
    ) ON COMMIT DROP;
    CREATE TEMPORARY TABLE allocation_split (item_id uuid PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE allocation_changed (item_id uuid PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE allocation_step (item_id uuid PRIMARY KEY) ON COMMIT DROP;
  `);
}

/** Notes which items are decided, and forgets shares of items that have no lines any more. */
export async function selectItems(
  transaction: Knex.Transaction,
  table: ShareTable,
  selection: ItemSelection,
): Promise<void> {
  const { month, all, sourceId, splitRules } = selection;
  const ofSource =
    sourceId === undefined || all
      ? ''
      : 'AND import_id IN (SELECT id FROM cost_imports WHERE source_id = :sourceId)';
  const bindings = { month, sourceId: sourceId ?? 0, splitRules };
  await transaction.raw(
    `INSERT INTO allocation_items (item_id, is_new)
     SELECT item_id, ${
       all ? 'false' : 'true'
     } FROM (SELECT DISTINCT item_id FROM cost_lines WHERE billing_month = :month ${ofSource}) AS line
     ${
       all
         ? ''
         : `WHERE NOT EXISTS (
              SELECT FROM ${table} AS share WHERE share.billing_month = :month AND share.item_id = line.item_id
            )`
     }`,
    bindings,
  );
  if (all) {
    await transaction.raw('ANALYZE allocation_items');
    await transaction.raw(
      `DELETE FROM ${table} AS share WHERE billing_month = :month
         AND NOT EXISTS (SELECT FROM allocation_items AS item WHERE item.item_id = share.item_id)`,
      bindings,
    );
  } else if (splitRules.length > 0) {
    await transaction.raw(
      `INSERT INTO allocation_items (item_id, is_new)
       SELECT DISTINCT item_id, false FROM ${table} WHERE billing_month = :month AND rule_id = ANY(:splitRules)
       ON CONFLICT DO NOTHING`,
      bindings,
    );
  }
}

/** Columns as text, and the tags. */
type ItemRow = Record<string, string> & { tags: never };

/** The items that were noted, page by page. */
export async function* readItems(
  transaction: Knex.Transaction,
): AsyncGenerator<CostItem[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows: ItemRow[] = await transaction('cost_items')
      .join('allocation_items', 'allocation_items.item_id', 'cost_items.id')
      .where('cost_items.id', '>', after)
      .orderBy('cost_items.id')
      .limit(pageSize)
      .select('id', 'tags', ...columns.map(({ column }) => column));
    if (rows.length === 0) {
      return;
    }
    yield rows.map(row => ({
      id: row.id,
      columns: Object.fromEntries(
        columns.map(({ name, column }) => [name, row[column]]),
      ) as CostItem['columns'],
      tags: row.tags,
    }));
    after = rows[rows.length - 1].id;
  }
}

/** The share of an item that belongs whole to somebody, or to a bucket. */
export function wholeShare(
  itemId: string,
  decision: Exclude<AllocationDecision, { kind: 'shared' }>,
): ItemShare {
  return {
    itemId,
    position: 0,
    entityRef: decision.kind === 'entity' ? decision.entityRef : '',
    bucket: decision.kind === 'bucket' ? decision.bucket : '',
    environment: decision.environment,
    from: '0',
    to: '1',
    ruleId: decision.ruleId,
  };
}

export async function writeShares(
  transaction: Knex.Transaction,
  shares: Iterable<ItemShare>,
): Promise<void> {
  await copyIn(
    transaction,
    'COPY allocation_shares FROM STDIN',
    chunksOf(shares),
  );
}

/** Text of some thousand rows each, since a chunk a row is slow. */
function* chunksOf(shares: Iterable<ItemShare>): Generator<string> {
  let text = '';
  for (const share of shares) {
    text += copyRow([
      share.itemId,
      String(share.position),
      share.entityRef,
      share.bucket,
      share.environment,
      share.from,
      share.to,
      share.ruleId,
    ]);
    if (text.length > 200_000) {
      yield text;
      text = '';
    }
  }
  if (text) {
    yield text;
  }
}

/** Notes items that are split, so that what they cost is no weight. */
export async function noteSplit(
  transaction: Knex.Transaction,
  itemIds: readonly string[],
): Promise<void> {
  await copyIn(transaction, 'COPY allocation_split FROM STDIN', [
    itemIds.map(id => `${id}\n`).join(''),
  ]);
}

/** What entities cost directly in the month: what belongs whole to one of them. */
export async function readDirectCosts(
  transaction: Knex.Transaction,
  table: ShareTable,
  { month, splitRules }: Pick<ItemSelection, 'month' | 'splitRules'>,
): Promise<AllocationWeight[]> {
  const { rows } = await transaction.raw(
    `SELECT share.entity_ref AS "entityRef", share.environment, item.provider_name AS provider, sum(line.amount)::text AS amount
     FROM (
       SELECT item_id, sum(coalesce(effective_cost, billed_cost)) AS amount
       FROM cost_lines WHERE billing_month = :month GROUP BY item_id
     ) AS line
     JOIN ${table} AS share ON share.billing_month = :month AND share.item_id = line.item_id
     JOIN cost_items AS item ON item.id = line.item_id
     WHERE share.entity_ref <> '' AND share.share_from = 0 AND share.share_to = 1 AND share.rule_id <> ALL(:splitRules)
       AND NOT EXISTS (SELECT FROM allocation_split AS split WHERE split.item_id = line.item_id)
     GROUP BY 1, 2, 3`,
    { month, splitRules },
  );
  return rows;
}

/** Takes what was written over where it differs from what is there, and empties it. */
export async function applyShares(
  transaction: Knex.Transaction,
  table: ShareTable,
  options: {
    month: string;
    version: number;
    /** Only lines of one source were looked at: an item that had no shares has no lines of others. */
    ofSource: boolean;
  },
): Promise<void> {
  const { month, version, ofSource } = options;
  const bindings = { month, version };
  const { rows } = await transaction.raw(
    'SELECT EXISTS (SELECT FROM allocation_shares) AS found',
  );
  if (!rows[0].found) {
    return;
  }
  await transaction.raw('ANALYZE allocation_shares');
  const { rowCount: written } = await transaction.raw(
    `INSERT INTO allocation_step (item_id)
     SELECT DISTINCT item_id FROM (
       (SELECT ${shareColumns} FROM allocation_shares
        EXCEPT SELECT ${shareColumns} FROM ${table} WHERE billing_month = :month
          AND item_id IN (SELECT item_id FROM allocation_shares))
       UNION ALL
       (SELECT ${shareColumns} FROM ${table} AS share WHERE billing_month = :month
          AND item_id IN (SELECT item_id FROM allocation_shares)
        EXCEPT SELECT ${shareColumns} FROM allocation_shares)
     ) AS difference`,
    bindings,
  );
  await transaction.raw(
    `DELETE FROM ${table} WHERE billing_month = :month AND item_id IN (SELECT item_id FROM allocation_step)`,
    bindings,
  );
  await transaction.raw(
    `INSERT INTO ${table} (billing_month, ${shareColumns}, rules_version)
     SELECT CAST(:month AS date), ${shareColumns}, CAST(:version AS integer) FROM allocation_shares
     WHERE item_id IN (SELECT item_id FROM allocation_step)`,
    bindings,
  );
  await refreshStatistics(
    transaction,
    table === 'item_shares' ? partitionOf(table, month) : table,
    { written },
  );
  await transaction.raw(`
    INSERT INTO allocation_changed SELECT item_id FROM allocation_step ${
      ofSource
        ? `WHERE NOT EXISTS (
             SELECT FROM allocation_items AS item WHERE item.item_id = allocation_step.item_id AND is_new
           )`
        : ''
    } ON CONFLICT DO NOTHING;
    TRUNCATE allocation_shares, allocation_step;
  `);
}

/** Whose lines are of items that have other shares than before. */
export async function changedSources(
  transaction: Knex.Transaction,
  month: string,
): Promise<number[]> {
  const { rows } = await transaction.raw(
    `SELECT DISTINCT source_id FROM cost_imports WHERE id IN (
       SELECT DISTINCT import_id FROM cost_lines
       WHERE billing_month = :month AND (SELECT EXISTS (SELECT FROM allocation_changed))
         AND item_id IN (SELECT item_id FROM allocation_changed)
     ) ORDER BY 1`,
    { month },
  );
  return rows.map(({ source_id }: { source_id: number }) => source_id);
}
