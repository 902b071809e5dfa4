import {
  mergeReports,
  type Report,
  type ReportedDeployment,
  type ReportedIncident,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { ensureEntity } from '../import/entities';

const base = { source: 'test', subjects: [], updatedAt: 1, sequence: 0 };

/** A deployment that succeeded in the environment `production`. */
export function reportedDeployment(
  fields: Partial<ReportedDeployment> & { id: string; finishedAt: number },
): ReportedDeployment {
  return {
    ...base,
    kind: 'deployment',
    environment: 'production',
    result: 'success',
    ...fields,
  };
}

/** An incident. */
export function reportedIncident(
  fields: Partial<ReportedIncident> & { id: string; openedAt: number },
): ReportedIncident {
  return {
    ...base,
    kind: 'incident',
    status: fields.resolvedAt === undefined ? 'open' : 'resolved',
    ...fields,
  };
}

/** Puts reports where ingestion leaves them: matched to an entity that waits to be derived. */
export async function seedReports(
  client: Knex,
  entityRef: string,
  reports: readonly Report[],
): Promise<number> {
  const entityId = await ensureEntity(client, entityRef);
  for (const report of mergeReports(reports)) {
    const { rows } = await client.raw(
      `INSERT INTO reports (kind, id, report, subject_keys, provenance, received_at)
       VALUES (?, ?, ?, '{}', 8, now())
       ON CONFLICT (kind, id) DO UPDATE SET report = excluded.report RETURNING number`,
      [report.kind, report.id, JSON.stringify(report)],
    );
    await client.raw(
      `INSERT INTO report_entities (entity_id, report_number, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      [entityId, rows[0].number, report.kind],
    );
  }
  await client.raw(
    `INSERT INTO derivations (entity_id, requested_at) VALUES (?, now())
     ON CONFLICT (entity_id) DO UPDATE SET requested_at = excluded.requested_at`,
    [entityId],
  );
  return entityId;
}
