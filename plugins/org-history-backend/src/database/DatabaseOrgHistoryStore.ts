import {
  catalogNode,
  everything,
  type ChangePage,
  type Interval,
  type OrgEdge,
} from '@portal/plugin-org-history-common';
import type { Knex } from 'knex';
import type {
  ConnectionKind,
  OrgHistoryStore,
  Span,
} from '../services/OrgHistoryStore';
import { connectionsQuery } from './connectionsQuery';
import { everythingQuery, membersQuery } from './membersQuery';
import { toChange, toEdge, toInterval } from './rows';

type MemberRow = { n: number; ref: string; lower: number; upper: number };

/** Answers from PostgreSQL, each question with one statement. */
export class DatabaseOrgHistoryStore implements OrgHistoryStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseOrgHistoryStore {
    return new DatabaseOrgHistoryStore(options.client);
  }

  async connections(
    kind: ConnectionKind,
    refs: string[],
    at: number,
  ): Promise<string[][]> {
    const found: string[][] = refs.map(() => []);
    const { rows } = await this.#client.raw(connectionsQuery(kind), {
      refs,
      at: new Date(at),
    });
    for (const row of rows as Array<{ n: number; refs: string[] }>) {
      found[row.n - 1] = row.refs;
    }
    return found;
  }

  async members(scopes: string[], span: Span) {
    const found = scopes.map(
      () => new Array<{ ref: string; intervals: Interval[] }>(),
    );
    const range = `[${toTimestamp(span.from)},${toTimestamp(span.to)})`;
    for (const row of await this.#memberRows(scopes, range)) {
      const members = found[row.n - 1];
      const last = members[members.length - 1];
      const interval = toInterval(row.lower, row.upper);
      if (last?.ref === row.ref) {
        last.intervals.push(interval);
      } else {
        members.push({ ref: row.ref, intervals: [interval] });
      }
    }
    return found;
  }

  async membersAt(scopes: string[], at: number): Promise<string[][]> {
    const found: string[][] = scopes.map(() => []);
    const instant = toTimestamp(at);
    for (const row of await this.#memberRows(
      scopes,
      `[${instant},${instant}]`,
    )) {
      found[row.n - 1].push(row.ref);
    }
    return found;
  }

  async currentRefs(refs: string[]): Promise<string[]> {
    const { rows } = await this.#client.raw(
      `SELECT coalesce(current.ref, a.ref) AS ref
       FROM unnest(CAST(:refs AS text[])) WITH ORDINALITY a (ref, n)
         LEFT JOIN refs ON refs.ref = a.ref LEFT JOIN refs current ON current.id = refs.canonical_id
       ORDER BY a.n`,
      { refs },
    );
    return rows.map((row: { ref: string }) => row.ref);
  }

  async edgesOf(ref: string): Promise<OrgEdge[]> {
    const { rows } = await this.#client.raw(
      `SELECT f.ref AS from_ref, e.kind, t.ref AS to_ref, e.valid_from, e.valid_to
       FROM edges e JOIN refs f ON f.id = e.from_id JOIN refs t ON t.id = e.to_id
       WHERE e.from_canonical = (SELECT canonical_id FROM refs WHERE ref = :ref) AND e.kind <> 'memberOf'
       ORDER BY e.valid_from, f.ref, e.kind, t.ref`,
      { ref },
    );
    return rows.map(toEdge);
  }

  async changes(after: number, limit: number): Promise<ChangePage> {
    const { rows } = await this.#client.raw(
      `SELECT c.sequence, c.at, c.type, f.ref AS from_ref, c.kind, t.ref AS to_ref, c.valid_from, c.valid_to
       FROM (SELECT * FROM changes WHERE sequence > :after ORDER BY sequence LIMIT :limit) c
         JOIN refs f ON f.id = c.from_id JOIN refs t ON t.id = c.to_id
       ORDER BY c.sequence`,
      { after, limit },
    );
    const items = rows.map(toChange);
    return { items, next: items[items.length - 1]?.sequence ?? after };
  }

  async #memberRows(scopes: string[], span: string): Promise<MemberRow[]> {
    const rows: MemberRow[] = [];
    if (scopes.some(scope => scope !== everything)) {
      const answer = await this.#client.raw(membersQuery, { scopes, span });
      rows.push(...answer.rows);
    }
    const places = scopes.flatMap((scope, index) =>
      scope === everything ? [index + 1] : [],
    );
    if (places.length) {
      const answer = await this.#client.raw(everythingQuery, {
        span,
        catalog: catalogNode,
      });
      for (const n of places) {
        for (const row of answer.rows as MemberRow[]) {
          rows.push({ ...row, n });
        }
      }
    }
    return rows;
  }
}

function toTimestamp(instant: number): string {
  if (!Number.isFinite(instant)) {
    return instant < 0 ? '-infinity' : 'infinity';
  }
  return new Date(instant).toISOString();
}
