import type { Report } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { mergeChanges } from './mergeChanges';
import { queueDerivations } from './queueDerivations';

/**
 * What has to follow when reports are new, different, or found their component: in the transaction of that.
 *
 * @param entityIds - Entities that the caller says the reports are about. They are asked for in turn with the others, also where
 *   a rename took the reports away meanwhile: who imports for an entity deletes its row later, and must hold it then.
 */
export async function followUp(
  transaction: Knex.Transaction,
  reports: readonly { number: number; report: Pick<Report, 'kind'> }[],
  entityIds: readonly number[] = [],
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
    new Set([...rows.map(row => row.entity_id), ...entityIds]),
    { history: changes.length > 0 },
  );
  if (rows.length > 0 && changes.length > 0) {
    await mergeChanges(
      transaction,
      changes.map(({ number }) => number),
    );
  }
}
