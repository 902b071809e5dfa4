import type { Knex } from 'knex';

/** Tables that have a partition a billing month. */
export const partitionedTables = [
  'cost_lines',
  'item_shares',
  'daily_costs',
  'monthly_costs',
  'entity_costs',
] as const;

/**
 * Makes sure that billing months have their partitions. Each is made as a table and attached, since that neither waits for
 * readers and writers of the parent nor keeps them waiting, as `PARTITION OF` would.
 *
 * @param months - first days, `YYYY-MM-01`
 */
export async function ensurePartitions(
  client: Knex,
  months: readonly string[],
): Promise<void> {
  const { rows } = await client.raw<{ rows: Array<{ name: string }> }>(
    'SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(?)',
    [
      months.flatMap(month =>
        partitionedTables.map(table => partitionOf(table, month)),
      ),
    ],
  );
  const known = new Set(rows.map(({ name }) => name));
  for (const month of months) {
    for (const table of partitionedTables) {
      if (!known.has(partitionOf(table, month))) {
        await createPartition(client, table, month);
      }
    }
  }
}

async function createPartition(
  client: Knex,
  table: string,
  month: string,
): Promise<void> {
  const partition = partitionOf(table, month);
  await client.transaction(async transaction => {
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
      `finops ${partition}`,
    ]);
    if (await transaction.schema.hasTable(partition)) {
      return;
    }
    await transaction.raw('CREATE TABLE ?? (LIKE ?? INCLUDING ALL)', [
      partition,
      table,
    ]);
    // A literal: the bounds of a partition can't be bound.
    await transaction.raw(
      `ALTER TABLE ?? ATTACH PARTITION ?? FOR VALUES FROM ('${month}') TO ('${monthAfter(
        month,
      )}')`,
      [table, partition],
    );
  });
}

/** Name of the partition of a billing month. */
export function partitionOf(table: string, month: string): string {
  return `${table}_${month.slice(0, 7).replace('-', '_')}`;
}

/** The first day of the month after. */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}
