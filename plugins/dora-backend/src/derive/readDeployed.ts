import type { Knex } from 'knex';

/** When deployments of the table of new ones were made, in epoch milliseconds, by their place in order. */
export async function readDeployed(
  transaction: Knex.Transaction,
  ordinals: readonly number[],
): Promise<Map<number, number>> {
  const { rows }: { rows: { ordinal: number; at: string }[] } =
    await transaction.raw(
      `SELECT ordinal, round(extract(epoch FROM released_at) * 1000)::bigint AS at
       FROM new_deployments WHERE ordinal = ANY (?::integer[])`,
      [[...ordinals]],
    );
  return new Map(rows.map(({ ordinal, at }) => [ordinal, Number(at)]));
}
