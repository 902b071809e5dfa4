import {
  severityOfRank,
  type FindingDetail,
  type FindingEvent,
  type FindingState,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

const mostEvents = 500;

/** Who saw a finding, and what happened to it, the oldest first. */
export async function readFindingPast(
  client: Knex,
  id: string,
): Promise<Pick<FindingDetail, 'sightings' | 'history'>> {
  const { rows: sightings } = await client.raw<{ rows: SightingRow[] }>(
    `SELECT tool, scope, report_id, severity, first_seen, last_seen, present
     FROM sightings JOIN scans ON scans.id = scan_id WHERE finding_id = ? ORDER BY present DESC, tool, scope`,
    [id],
  );
  const { rows: events } = await client.raw<{ rows: EventRow[] }>(
    `SELECT at, kind, from_state, to_state, by, reason FROM finding_events WHERE finding_id = ? ORDER BY at, id LIMIT ?`,
    [id, mostEvents],
  );
  return {
    sightings: sightings.map(row => ({
      tool: row.tool,
      scope: row.scope,
      reportId: row.report_id,
      severity: severityOfRank(row.severity),
      firstSeen: row.first_seen.toISOString(),
      lastSeen: row.last_seen.toISOString(),
      present: row.present,
    })),
    history: events.map(row => ({
      at: row.at.toISOString(),
      kind: row.kind,
      from: row.from_state ?? undefined,
      to: row.to_state ?? undefined,
      by: row.by,
      reason: row.reason ?? undefined,
    })),
  };
}

type SightingRow = {
  tool: string;
  scope: string;
  report_id: string;
  severity: number;
  first_seen: Date;
  last_seen: Date;
  present: boolean;
};

type EventRow = {
  at: Date;
  kind: FindingEvent['kind'];
  from_state: FindingState | null;
  to_state: FindingState | null;
  by: string;
  reason: string | null;
};
