import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { acceptFindings } from './acceptFindings';

/** Takes away the exceptions that were made up, and what was accepted by them. */
export async function removeDemoExceptions(
  client: Knex,
  options: { slaDays: SlaDays },
): Promise<void> {
  await client.transaction(async transaction => {
    const made: Array<{ id: string }> = await transaction('exceptions')
      .where({ demo: true })
      .orderBy('id')
      .forUpdate()
      .select('id');
    await transaction('exceptions')
      .where({ demo: true })
      .update({ state: 'withdrawn' });
    for (const { id } of made) {
      await acceptFindings(transaction, id, {
        by: 'security-score',
        reason: 'The demo organisation is off',
        slaDays: options.slaDays,
      });
    }
    await transaction('exceptions').where({ demo: true }).delete();
  });
}
