import { severityOfRank } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { PriorityTeller } from './PriorityTeller';

/** What priorities are looked up by in `priorities`, as SQL over `incoming`. */
export const priorityKeySql = `concat_ws(' ', incoming.severity, coalesce(incoming.reachable::text, '-'), coalesce(epss::text, '-'), coalesce(kev::text, '-'))`;

type Row = {
  key: string;
  severity: number;
  reachable: boolean | null;
  epss: number | null;
  kev: boolean | null;
};

/**
 * Makes `priorities` of the new ones in `incoming`, so that findings are written with theirs: to set it afterwards is to write each of
 * them, and each of their indexes, a second time.
 */
export async function prioritise(
  transaction: Knex.Transaction,
  options: { serviceId: number; priorityTeller?: PriorityTeller },
): Promise<void> {
  const { serviceId, priorityTeller } = options;
  await transaction.raw(
    'CREATE TEMPORARY TABLE priorities (key text, priority real) ON COMMIT DROP',
  );
  if (!priorityTeller) {
    return;
  }
  const { rows } = await transaction.raw<{ rows: Row[] }>(
    `SELECT DISTINCT ${priorityKeySql} AS key, severity, reachable, epss, kev FROM incoming WHERE is_new`,
  );
  const priorities = await priorityTeller.tell(
    transaction,
    serviceId,
    rows.map(({ severity, reachable, epss, kev }) => ({
      severity: severityOfRank(severity),
      reachable: reachable ?? undefined,
      epss: epss ?? undefined,
      kev: kev ?? undefined,
    })),
  );
  await transaction.raw(
    'INSERT INTO priorities SELECT * FROM unnest(?::text[], ?::real[])',
    [rows.map(({ key }) => key), priorities] as unknown as Knex.RawBinding[],
  );
  await transaction.raw('ANALYZE priorities');
}
