import type { Severity } from '@portal/plugin-security-score-common';
import { severityOfRank } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** An open finding, as far as the score depends on it. */
export type OpenFinding = {
  id: string;
  severity: Severity;
  openSince: Date;
  dueAt?: Date;
  epss?: number;
  kev?: boolean;
  reachable?: boolean;
  priority: number;
};

/** What is known of a service when its score is calculated. */
export type ScoreFacts = {
  serviceId: number;
  exposure?: string;
  findings: OpenFinding[];
  /** What its scans can tell, and when each was last there. */
  scans: Array<{ kinds: string[]; at: Date }>;
  practices: Array<{
    tool: string;
    id: string;
    value?: number;
    weight: number;
    at: Date;
  }>;
  inventoryAt?: Date;
  lastReportAt?: Date;
};

/** Reads what the scores of some services follow from, a query a kind. */
export async function readScoreFacts(
  client: Knex,
  serviceIds: readonly number[],
): Promise<ScoreFacts[]> {
  const facts = new Map<number, ScoreFacts>(
    serviceIds.map(serviceId => [
      serviceId,
      { serviceId, findings: [], scans: [], practices: [] },
    ]),
  );
  const ids = [...serviceIds];
  const exposures = await client('catalog_services')
    .whereIn('service_id', ids)
    .select('service_id', 'exposure');
  for (const { service_id: id, exposure } of exposures) {
    facts.get(id)!.exposure = exposure ?? undefined;
  }
  const { rows } = await client.raw(
    `SELECT f.id, f.service_id, f.severity, f.open_since, f.due_at, f.reachable, f.priority, v.epss, v.kev
     FROM findings f LEFT JOIN vulnerabilities v ON v.id = f.vulnerability_id
     WHERE f.service_id = ANY(?) AND f.state = 'open' ORDER BY f.id`,
    [ids],
  );
  for (const row of rows) {
    facts.get(row.service_id)!.findings.push({
      id: String(row.id),
      severity: severityOfRank(row.severity),
      openSince: row.open_since,
      dueAt: row.due_at ?? undefined,
      epss: row.epss ?? undefined,
      kev: row.kev ?? undefined,
      reachable: row.reachable ?? undefined,
      priority: row.priority,
    });
  }
  const scans = await client('scans')
    .whereIn('service_id', ids)
    .select('service_id', 'kinds', 'last_report_at');
  for (const { service_id: id, kinds, last_report_at: at } of scans) {
    const of = facts.get(id)!;
    of.scans.push({ kinds, at });
    of.lastReportAt = latest(of.lastReportAt, at);
  }
  const practices = await client('practices')
    .whereIn('service_id', ids)
    .select('service_id', 'tool', 'id', 'value', 'weight', 'checked_at');
  for (const row of practices) {
    facts.get(row.service_id)!.practices.push({
      tool: row.tool,
      id: row.id,
      value: row.value ?? undefined,
      weight: row.weight,
      at: row.checked_at,
    });
  }
  const inventories = await client('inventories')
    .whereIn('service_id', ids)
    .groupBy('service_id')
    .select('service_id')
    .max('received_at as at');
  for (const { service_id: id, at } of inventories) {
    facts.get(id)!.inventoryAt = at;
  }
  return [...facts.values()];
}

function latest(one: Date | undefined, other: Date): Date {
  return one && one > other ? one : other;
}
