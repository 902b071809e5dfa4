import type { Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { mergeChanges } from './mergeChanges';
import { queueDerivations } from './queueDerivations';

/** What has to follow when reports are new, different, or found their component: in the transaction of that. */
export async function followUp(
  transaction: Knex.Transaction,
  reports: readonly { number: number; report: Pick<Report, 'kind'> }[],
): Promise<void> {
  if (reports.length === 0) {
    return;
  }
  const { rows }: { rows: { entity_id: number }[] } = await transaction.raw(
    `SELECT DISTINCT entity_id FROM report_entities WHERE report_number = ANY (?::integer[])`,
    [reports.map(({ number }) => number)],
  );
  const changes = reports.filter(({ report }) => report.kind === 'change');
  await queueDerivations(
    transaction,
    rows.map(row => row.entity_id),
    { history: changes.length > 0 },
  );
  if (rows.length > 0 && changes.length > 0) {
    await mergeChanges(
      transaction,
      changes.map(({ number }) => number),
    );
  }
}
