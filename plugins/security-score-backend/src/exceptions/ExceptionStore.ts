import { InputError, NotFoundError } from '@backstage/errors';
import type {
  ExceptionPage,
  ExceptionState,
  SecurityException,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** Which exceptions are listed. */
export type ExceptionFilter = {
  state?: ExceptionState[];
  /** Undefined: of every service. */
  refs?: string[];
  cursor?: string;
  limit?: number;
};

type Row = {
  id: string;
  ref: string;
  findings: SecurityException['findings'];
  reason: string;
  evidence: string | null;
  state: ExceptionState;
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  expires_at: Date;
  renews: string | null;
  demo: boolean;
};

/** What is past its end is expired, also before somebody wrote that down. */
const stateSql = `CASE WHEN e.state IN ('proposed', 'approved') AND e.expires_at <= now() THEN 'expired' ELSE e.state END`;
const waits = `(${stateSql} = 'proposed')`;

const columns = `e.id, s.ref, e.reason, e.evidence, ${stateSql} AS state, e.requested_by, e.requested_at,
  e.decided_by, e.decided_at, e.decision_reason, e.expires_at, e.renews, e.demo,
  coalesce((SELECT json_agg(json_build_object('id', f.id::text, 'name', f.name, 'title', f.title) ORDER BY f.severity DESC, f.id)
              FROM exception_findings ef JOIN findings f ON f.id = ef.finding_id
             WHERE ef.exception_id = e.id), '[]') AS findings`;
const tables = 'exceptions e JOIN services s ON s.id = e.service_id';
const usualLimit = 50;

/** Reads exceptions. */
export class ExceptionStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): ExceptionStore {
    return new ExceptionStore(options);
  }

  /** Those that wait for a decision first, then the newest. */
  async list(filter: ExceptionFilter): Promise<ExceptionPage> {
    const { state, refs, limit = usualLimit } = filter;
    const before = readCursor(filter.cursor);
    const isReadable = refs ? 's.ref = ANY(:refs::text[])' : 'true';
    const conditions = [
      isReadable,
      state && `${stateSql} = ANY(:state::text[])`,
      before &&
        `(${waits}, e.requested_at, e.id) < (:waits::boolean, :at::timestamptz, :id::uuid)`,
    ];
    const bindings = {
      refs: refs ?? [],
      state: state ?? [],
      waits: before?.waits ?? null,
      at: before?.at ?? null,
      id: before?.id ?? null,
      most: limit + 1,
    };
    const page: { rows: Row[] } = await this.#client.raw(
      `SELECT ${columns} FROM ${tables} WHERE ${conditions
        .filter(Boolean)
        .join(' AND ')}
        ORDER BY ${waits} DESC, e.requested_at DESC, e.id DESC LIMIT :most`,
      bindings,
    );
    const counts: { rows: Array<{ state: ExceptionState; count: number }> } =
      await this.#client.raw(
        `SELECT ${stateSql} AS state, count(*)::integer AS count FROM ${tables} WHERE ${isReadable} GROUP BY 1`,
        bindings,
      );
    const items = page.rows.slice(0, limit).map(toException);
    const last = items.at(-1);
    return {
      items,
      ...(page.rows.length > limit &&
        last && {
          nextCursor: `${last.state === 'proposed'} ${last.requestedAt} ${
            last.id
          }`,
        }),
      byState: {
        proposed: 0,
        approved: 0,
        rejected: 0,
        expired: 0,
        withdrawn: 0,
        ...Object.fromEntries(
          counts.rows.map(({ state: name, count }) => [name, count]),
        ),
      },
    };
  }

  /** Fails with NotFoundError where it is not there, or of a service that may not be read. */
  async get(id: string, refs?: string[]): Promise<SecurityException> {
    const { rows }: { rows: Row[] } = await this.#client.raw(
      `SELECT ${columns} FROM ${tables} WHERE e.id = :id::uuid`,
      { id },
    );
    const [row] = rows;
    if (!row || (refs && !refs.includes(row.ref))) {
      throw new NotFoundError(`There is no exception ${id} that you can see`);
    }
    return toException(row);
  }
}

function toException(row: Row): SecurityException {
  return {
    id: row.id,
    entityRef: row.ref,
    findings: row.findings,
    reason: row.reason,
    ...(row.evidence !== null && { evidence: row.evidence }),
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
    ...(row.decision_reason !== null && {
      decisionReason: row.decision_reason,
    }),
    expiresAt: row.expires_at.toISOString(),
    ...(row.renews !== null && { renews: row.renews }),
    demo: row.demo,
  };
}

function readCursor(
  text: string | undefined,
): { waits: boolean; at: string; id: string } | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [first, at, id] = text.split(' ');
  if (
    /^(true|false)$/.test(first) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at ?? '') &&
    !Number.isNaN(Date.parse(at)) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')
  ) {
    return { waits: first === 'true', at, id };
  }
  throw new InputError(
    'cursor: found something else, expected the nextCursor of the page before',
  );
}
