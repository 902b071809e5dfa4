import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';

/** Takes away the exceptions that were made up, and opens what is accepted by no exception that is left. */
export async function removeDemoExceptions(
  client: Knex,
  options: { slaDays: SlaDays },
): Promise<void> {
  await client.transaction(async transaction => {
    await transaction('exceptions').where({ demo: true }).delete();
    // Whoever removed other made-up data may have taken the exceptions before.
    const { rows } = await transaction.raw(
      `SELECT id FROM findings f WHERE state = 'accepted' AND NOT EXISTS (
         SELECT FROM exceptions e JOIN exception_findings ef ON ef.exception_id = e.id
          WHERE ef.finding_id = f.id AND e.state = 'approved' AND e.expires_at > now())
        ORDER BY id FOR UPDATE`,
    );
    const ids = rows.map(({ id }: { id: string }) => id);
    await transaction('findings')
      .whereIn('id', ids)
      .update({ accepted_until: null });
    await restateFindings(transaction, {
      ids,
      cause: {
        kind: 'exception',
        by: 'security-score',
        reason: 'The demo organisation is off',
      },
      slaDays: options.slaDays,
    });
  });
}
