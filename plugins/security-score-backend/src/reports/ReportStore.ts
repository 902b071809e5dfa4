import { NotFoundError } from '@backstage/errors';
import type {
  Report,
  ReportPage,
  ReportRejection,
  ScanState,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import {
  isInstant,
  isRowId,
  isUuid,
  readCursor,
  writeCursor,
} from '@portal/backend-routes';

type ReportRow = Record<string, unknown> & {
  id: string;
  received: string;
  received_at: Date;
  scanned_at: Date | null;
};

/** Reads which reports came, and what scans a service. */
export class ReportStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): ReportStore {
    return new ReportStore(options.client);
  }

  /**
   * The newest first.
   *
   * @param request - `refs`: whose; undefined: everybody's
   */
  async list(request: {
    refs?: readonly string[];
    cursor?: string;
    limit: number;
  }): Promise<ReportPage> {
    const { refs, limit } = request;
    const cursor = readCursor(
      request.cursor,
      ([at, id]) => isInstant(at) && isUuid(id),
    );
    const query = this.#reports()
      .orderBy([
        { column: 'received_at', order: 'desc' },
        { column: 'reports.id' },
      ])
      .limit(limit + 1);
    if (refs) {
      query.whereRaw(
        'service_id = ANY(ARRAY(SELECT id FROM services WHERE ref = ANY(?::text[])))',
        [[...refs]] as unknown as Knex.RawBinding[],
      );
    }
    if (cursor) {
      query.whereRaw(
        '(received_at < ?::timestamptz OR (received_at = ?::timestamptz AND reports.id > ?::uuid))',
        [cursor[0], cursor[0], cursor[1]] as Knex.RawBinding[],
      );
    }
    const rows: ReportRow[] = await query;
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toReport),
      ...(rows.length > limit &&
        last && { nextCursor: writeCursor([last.received, last.id]) }),
    };
  }

  /** Fails with a NotFoundError where there is no such report. */
  async get(id: string): Promise<Report> {
    const row: ReportRow | undefined = isUuid(id)
      ? await this.#reports().where('reports.id', id).first()
      : undefined;
    if (!row) {
      throw reportNotFound(id);
    }
    return toReport(row);
  }

  /** What of a report could not be taken, in its order. */
  async listRejections(
    id: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: ReportRejection[]; nextCursor?: string }> {
    const cursor = readCursor(page.cursor, ([ordinal]) => isRowId(ordinal));
    const rows: Array<{ ordinal: number; position: string; reason: string }> =
      await this.#client('report_rejections')
        .where('report_id', id)
        .where('ordinal', '>', Number(cursor?.[0] ?? -1))
        .orderBy('ordinal')
        .limit(page.limit + 1)
        .select('ordinal', 'position', 'reason');
    const items = rows.slice(0, page.limit);
    return {
      items: items.map(({ position, reason }) => ({ position, reason })),
      ...(rows.length > page.limit && {
        nextCursor: writeCursor([String(items.at(-1)?.ordinal)]),
      }),
    };
  }

  async listScans(entityRef: string): Promise<ScanState[]> {
    const { rows } = await this.#client.raw<{
      rows: Array<{
        tool: string;
        scope: string;
        last_report_id: string;
        last_report_at: Date;
        present: number;
      }>;
    }>(
      `SELECT tool, scope, last_report_id, last_report_at,
              (SELECT count(*)::integer FROM sightings WHERE scan_id = scans.id AND present) AS present
       FROM scans JOIN services ON services.id = service_id WHERE ref = ? ORDER BY tool, scope`,
      [entityRef],
    );
    return rows.map(row => ({
      entityRef,
      tool: row.tool,
      scope: row.scope,
      lastReportId: row.last_report_id,
      lastReportAt: row.last_report_at.toISOString(),
      present: row.present,
    }));
  }

  #reports() {
    return this.#client('reports')
      .join('services', 'services.id', 'service_id')
      .select(
        'reports.*',
        'services.ref',
        // The driver cuts microseconds off, and the next page would begin a report too late.
        this.#client.raw(
          `to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS received`,
        ),
      );
  }
}

/** That there is no such report, or none the caller may know of. */
export function reportNotFound(id: string): NotFoundError {
  return new NotFoundError(
    `There is no report ${id.slice(
      0,
      50,
    )}; GET /v1/reports lists those that are there`,
  );
}

function toReport(row: ReportRow): Report {
  const optional = (value: unknown) => (value as string | null) ?? undefined;
  return {
    reportId: row.id,
    entityRef: row.ref,
    tool: row.tool,
    toolVersion: optional(row.tool_version),
    format: row.format,
    scope: row.scope,
    version: optional(row.version),
    outcome: row.outcome,
    bytes: Number(row.bytes),
    scannedAt: row.scanned_at?.toISOString(),
    receivedAt: row.received_at.toISOString(),
    findings: row.findings,
    opened: row.opened,
    closed: row.closed,
    reopened: row.reopened,
    suppressed: row.suppressed,
    rejected: row.rejected,
    components: row.components,
    notes: row.notes,
    demo: row.demo,
    sentBy: row.sent_by,
  } as Report;
}
