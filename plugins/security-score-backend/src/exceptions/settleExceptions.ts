import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';

/** Who says that an exception has ended. */
const clock = 'security-score';
const mostAtOnce = 5_000;

/**
 * Opens what is no longer accepted since its exception has ended. Where there is nothing of the kind this is one look-up in an index,
 * so that it can go before every read: what is read is right whether or not a task ran.
 *
 * @returns how many findings were looked at again
 */
export async function settleExceptions(
  client: Knex,
  options: { slaDays: SlaDays; signal?: AbortSignal },
): Promise<number> {
  let settled = 0;
  while (!options.signal?.aborted) {
    const { rows } = await client.raw(
      `SELECT EXISTS (SELECT FROM findings WHERE state = 'accepted' AND accepted_until <= now()) AS due`,
    );
    if (!rows[0].due) {
      break;
    }
    settled += await settleSome(client, options.slaDays);
  }
  return settled;
}

/** Says of exceptions that are past their end that they are. They counted as such before. */
export async function closeExceptions(client: Knex): Promise<number> {
  return client('exceptions')
    .whereIn('state', ['proposed', 'approved'])
    .where('expires_at', '<=', client.fn.now())
    .update({ state: 'expired' });
}

async function settleSome(client: Knex, slaDays: SlaDays): Promise<number> {
  return client.transaction(async transaction => {
    // Who settles the same at this moment is waited for, and has left nothing then.
    const { rows } = await transaction.raw(
      `SELECT id FROM findings WHERE state = 'accepted' AND accepted_until <= now()
        ORDER BY id LIMIT ${mostAtOnce} FOR UPDATE`,
    );
    if (rows.length === 0) {
      return 0;
    }
    const ids = rows.map(({ id }: { id: string }) => id);
    await transaction('findings')
      .whereIn('id', ids)
      .update({ accepted_until: null });
    await restateFindings(transaction, {
      ids,
      cause: {
        kind: 'exception',
        by: clock,
        reason: 'The exception has ended',
      },
      slaDays,
    });
    return rows.length;
  });
}
