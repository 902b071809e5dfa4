import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';

/** Writes on the findings of an exception until when they are accepted, by all that is approved, and what follows from it. */
export async function acceptFindings(
  transaction: Knex.Transaction,
  exceptionId: string,
  options: {
    by: string;
    reason?: string;
    at?: Date;
    slaDays: SlaDays;
  },
): Promise<void> {
  const { slaDays, ...event } = options;
  const { rows } = await transaction.raw(
    `SELECT f.id FROM findings f JOIN exception_findings ef ON ef.finding_id = f.id
      WHERE ef.exception_id = :exceptionId ORDER BY f.id FOR UPDATE OF f`,
    { exceptionId },
  );
  const ids = rows.map(({ id }: { id: string }) => id);
  await transaction.raw(
    `UPDATE findings f SET accepted_until = (
       SELECT max(e.expires_at) FROM exceptions e JOIN exception_findings ef ON ef.exception_id = e.id
        WHERE ef.finding_id = f.id AND e.state = 'approved' AND e.expires_at > now())
      WHERE f.id = ANY(:ids::bigint[])`,
    { ids },
  );
  await restateFindings(transaction, {
    ids,
    cause: { kind: 'exception', ...event, always: true },
    slaDays,
  });
}
