import type { Knex } from 'knex';
import { storeDays } from '../derive/storeDays';
import { ensureEntity, lockEntity } from '../import/entities';
import { queueDerivations } from '../reports/queueDerivations';

const factTables = ['commits', 'releases', 'repositories', 'source_status'];
const derivedTables = ['changes', 'deployments', 'unattributed'];

/**
 * Gives what belongs to an old name to the new one, in a transaction. References are in lower case.
 *
 * @remarks
 *
 * Where the new name has a history of its own already, it is the same repository read again: it stays, and the old one's
 * goes. What tools reported is joined.
 *
 * @returns Whether there was anything.
 */
export async function moveFacts(
  transaction: Knex.Transaction,
  options: { oldRef: string; newRef: string },
): Promise<boolean> {
  const { oldRef, newRef } = options;
  const old: { id: number } | undefined = await transaction('entities')
    .where({ entity_ref: oldRef })
    .first('id');
  if (!old) {
    return false;
  }
  const from = old.id;
  const to = await ensureEntity(transaction, newRef);
  // Rows of the list before locks, and both always in the same order, so that two writers never wait for each other.
  await queueDerivations(transaction, [from, to]);
  for (const ref of [oldRef, newRef].sort()) {
    await lockEntity(transaction, ref);
  }
  const { rows } = await transaction.raw(
    `SELECT EXISTS (SELECT FROM commits WHERE entity_id = ?) AS known`,
    [to],
  );
  for (const table of factTables) {
    if (rows[0].known) {
      await transaction(table).where({ entity_id: from }).delete();
    } else {
      // The new name may have a line of its own in the list of sources, with nothing to its name.
      await transaction(table).where({ entity_id: to }).delete();
      await transaction(table)
        .where({ entity_id: from })
        .update({ entity_id: to });
    }
  }
  await transaction.raw(
    `INSERT INTO report_entities (entity_id, report_number)
     SELECT ?::integer, report_number FROM report_entities WHERE entity_id = ?
     ON CONFLICT (entity_id, report_number) DO NOTHING`,
    [to, from],
  );
  await transaction.raw(
    `INSERT INTO report_sources AS known (entity_id, source, demo, deployments, changes, last_received_at)
     SELECT ?::integer, source, demo, deployments, changes, last_received_at FROM report_sources WHERE entity_id = ?
     ON CONFLICT (entity_id, source, demo) DO UPDATE SET deployments = known.deployments + excluded.deployments,
       changes = known.changes + excluded.changes,
       last_received_at = greatest(known.last_received_at, excluded.last_received_at)`,
    [to, from],
  );
  await transaction.raw(
    `INSERT INTO told_tiers (entity_id, metric, edition, told, pending, pending_since)
     SELECT ?::integer, metric, edition, told, pending, pending_since FROM told_tiers WHERE entity_id = ?
     ON CONFLICT (entity_id, metric) DO NOTHING`,
    [to, from],
  );
  for (const table of [
    ...derivedTables,
    'told_tiers',
    'report_entities',
    'report_sources',
  ]) {
    await transaction(table).where({ entity_id: from }).delete();
  }
  await storeDays(transaction, from);
  return true;
}
