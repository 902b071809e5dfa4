import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';
import { lockEntity } from '../import/entities';
import { forgetFacts } from '../import/merge';
import { queueDerivations } from './queueDerivations';

const { demo } = provenanceBits;

/** Deletes what only the demo generator reported, of every entity, at once. Their figures are derived again. */
export async function removeDemoReports(client: Knex): Promise<void> {
  await client.transaction(async transaction => {
    const { rows }: { rows: { id: number; entity_ref: string }[] } =
      await transaction.raw(
        `SELECT id, entity_ref FROM entities WHERE id IN (SELECT entity_id FROM report_sources WHERE demo)
         ORDER BY entity_ref COLLATE "C"`,
      );
    if (rows.length === 0) {
      return;
    }
    // In the order of all writers.
    await transaction.raw(
      `SELECT FROM reports WHERE provenance & ${demo} <> 0 ORDER BY kind COLLATE "C", id FOR UPDATE`,
    );
    // Those that are locked, and no others: a row that a writer adds meanwhile may be held by one who waits for this.
    await transaction.raw(
      `WITH held AS MATERIALIZED (
         SELECT entity_id, source FROM report_sources WHERE demo ORDER BY entity_id, source FOR UPDATE)
       DELETE FROM report_sources s USING held WHERE s.demo AND s.entity_id = held.entity_id AND s.source = held.source`,
    );
    await transaction.raw(
      `DELETE FROM report_entities e USING reports r WHERE r.number = e.report_number AND r.provenance = ${demo}`,
    );
    await transaction.raw(`DELETE FROM reports WHERE provenance = ${demo}`);
    await transaction.raw(
      `UPDATE reports SET provenance = provenance & ~${demo} WHERE provenance & ${demo} <> 0`,
    );
    await queueDerivations(
      transaction,
      rows.map(({ id }) => id),
      { history: true },
    );
    for (const { id, entity_ref } of rows) {
      await lockEntity(transaction, entity_ref);
      await forgetFacts(transaction, { entityId: id, bit: demo });
    }
  });
}
