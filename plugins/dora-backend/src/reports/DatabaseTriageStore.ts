import type {
  RejectedParts,
  ReportKind,
  ReportSubject,
  UnattributedReason,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import type { Span } from '../database/DeliveryStore';
import type {
  NamedEnvironment,
  TriageStore,
  UnattributedPlace,
  WaitingReports,
} from './TriageStore';

/** As the index has it. */
const environment = `(report->>'environment') COLLATE "C"`;
const withEnvironment = `kind IN ('deployment', 'incident')`;

const counts = `count(*) FILTER (WHERE kind = 'deployment') AS deployments,
  count(*) FILTER (WHERE kind = 'incident') AS incidents, max(received_at) AS last_at,
  array_agg(DISTINCT split_part(report->>'source', '@', 1)) AS sources`;

const ofEntity =
  'AND n.entity_ref = :entityRef AND u.at >= :from AND u.at < :to';

type WaitingRow = {
  subjects: ReportSubject[];
  sources: string[];
  counts: Partial<Record<ReportKind, number>>;
  first_at: Date;
  last_at: Date;
  total: string;
};

type EnvironmentRow = {
  name: string | null;
  sources: string[] | null;
  deployments: string;
  incidents: string;
  last_at: Date;
};

type UnattributedRow = {
  entity_id: number;
  number: number;
  entity_ref: string;
  kind: ReportKind;
  id: string;
  source: string;
  title: string | null;
  url: string | null;
  at: Date;
  micros: string;
  reason: UnattributedReason;
};

/** Reads it from the plugin's database. */
export class DatabaseTriageStore implements TriageStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseTriageStore {
    return new DatabaseTriageStore(options.client);
  }

  async listWaiting(options: {
    limit: number;
  }): Promise<{ items: WaitingReports[]; total: number }> {
    const { rows }: { rows: WaitingRow[] } = await this.#client.raw(
      `WITH kinds AS (
         SELECT report->'subjects' AS subjects, kind, count(*) AS told, min(received_at) AS first_at,
           max(received_at) AS last_at, array_agg(DISTINCT split_part(report->>'source', '@', 1)) AS sources
         FROM reports WHERE NOT matched GROUP BY 1, 2
       )
       SELECT subjects, jsonb_object_agg(kind, told) AS counts, min(first_at) AS first_at, max(last_at) AS last_at,
         (SELECT array_agg(DISTINCT s ORDER BY s) FROM kinds o, unnest(o.sources) s
          WHERE o.subjects = k.subjects) AS sources,
         count(*) OVER () AS total
       FROM kinds k GROUP BY subjects
       ORDER BY sum(told) DESC, subjects LIMIT ?`,
      [options.limit],
    );
    return {
      items: rows.map(row => ({
        subjects: row.subjects,
        sources: row.sources,
        counts: row.counts,
        firstReceivedAt: row.first_at,
        lastReceivedAt: row.last_at,
      })),
      total: Number(rows[0]?.total ?? 0),
    };
  }

  async listComponents(): Promise<string[]> {
    const { rows }: { rows: { entity_ref: string }[] } = await this.#client.raw(
      `SELECT entity_ref FROM entities n
       WHERE EXISTS (SELECT 1 FROM subject_keys k WHERE k.entity_id = n.id) ORDER BY 1`,
    );
    return rows.map(row => row.entity_ref);
  }

  async listEnvironments(options: {
    isKnown(name: string): boolean;
  }): Promise<NamedEnvironment[]> {
    const names = await this.#environmentNames();
    const unknown = names.filter(name => !options.isKnown(name));
    const { rows }: { rows: EnvironmentRow[] } = await this.#client.raw(
      `SELECT t.* FROM unnest(?::text[]) AS n (name) CROSS JOIN LATERAL (
         SELECT n.name, ${counts} FROM reports WHERE ${withEnvironment} AND ${environment} = n.name COLLATE "C") t
       UNION ALL
       SELECT NULL, ${counts} FROM reports
       WHERE ${withEnvironment} AND kind = 'deployment' AND ${environment} IS NULL
       HAVING count(*) > 0`,
      [unknown],
    );
    return rows
      .map(row => ({
        name: row.name ?? undefined,
        sources: row.sources ?? [],
        deployments: Number(row.deployments),
        incidents: Number(row.incidents),
        lastReceivedAt: row.last_at,
      }))
      .sort((a, b) => b.deployments - a.deployments);
  }

  async listUnattributed(options: {
    of?: { entityRef: string; period: Span };
    after?: UnattributedPlace;
    limit: number;
  }): Promise<{ item: UnattributedReport; place: UnattributedPlace }[]> {
    const { of, after, limit } = options;
    const micros = `(extract(epoch FROM u.at) * 1000000)::bigint`;
    const { rows }: { rows: UnattributedRow[] } = await this.#client.raw(
      `SELECT u.entity_id, u.report_number AS number, n.entity_ref, r.kind, r.id, r.report->>'source' AS source,
         r.report->>'title' AS title, r.report->>'url' AS url, u.at, ${micros} AS micros, u.reason
       FROM unattributed u JOIN entities n ON n.id = u.entity_id JOIN reports r ON r.number = u.report_number
       WHERE (:at::bigint IS NULL OR (u.at, u.entity_id, u.report_number)
         < (timestamptz 'epoch' + :at::bigint * interval '1 microsecond', :entityId::integer, :number::integer))
         ${of ? ofEntity : ''}
       ORDER BY u.at DESC, u.entity_id DESC, u.report_number DESC LIMIT :limit`,
      {
        at: after?.at ?? null,
        entityId: after?.entityId ?? null,
        number: after?.number ?? null,
        limit,
        ...(of && {
          entityRef: of.entityRef,
          from: new Date(of.period.from),
          to: new Date(of.period.to),
        }),
      },
    );
    return rows.map(row => ({
      item: {
        entityRef: row.entity_ref,
        kind: row.kind,
        id: row.id,
        source: row.source,
        title: row.title ?? undefined,
        url: row.url ?? undefined,
        at: row.at.toISOString(),
        reason: row.reason,
      },
      place: { at: row.micros, entityId: row.entity_id, number: row.number },
    }));
  }

  async listRejections(options: { limit: number }): Promise<RejectedParts> {
    const rows = await this.#client('rejections')
      .orderBy([
        { column: 'received_at', order: 'desc' },
        { column: 'delivery', order: 'desc' },
        { column: 'part' },
      ])
      .limit(options.limit)
      .select(
        'delivery',
        'part',
        'sender',
        'event',
        'reason',
        'received_at',
        this.#client.raw('count(*) OVER () AS total'),
      );
    return {
      items: rows.map(row => ({
        deliveryId: row.delivery,
        sender: row.sender,
        event: row.event,
        part: row.part,
        reason: row.reason,
        receivedAt: row.received_at.toISOString(),
      })),
      total: Number(rows[0]?.total ?? 0),
    };
  }

  /** From one name to the next through the index: there are few names, and many reports of each. */
  async #environmentNames(): Promise<string[]> {
    const next = (after: string) =>
      `SELECT ${environment} AS name FROM reports WHERE ${withEnvironment} AND ${environment} > ${after}
       ORDER BY 1 LIMIT 1`;
    const { rows }: { rows: { name: string }[] } = await this.#client.raw(
      `WITH RECURSIVE names AS (
         (${next(`''`)})
         UNION ALL
         SELECT n.name FROM names p CROSS JOIN LATERAL (${next('p.name')}) n
       )
       SELECT name FROM names`,
    );
    return rows.map(row => row.name);
  }
}
