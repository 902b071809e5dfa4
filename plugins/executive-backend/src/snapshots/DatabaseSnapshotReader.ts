import type {
  Hierarchy,
  OrgNode,
  OrgNodeKind,
  ServiceStanding,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import type {
  NodeSnapshot,
  SnapshotDay,
  SnapshotReader,
} from './SnapshotReader';
import type { NodeRow, ServiceRow } from './SnapshotStore';

const deepest = 20;
const parentColumns: Record<Hierarchy, string> = {
  organisation: 'organisation_parent',
  domains: 'domains_parent',
};

type Row = NodeRow & { day: string; deleted: boolean };
type PlacedRow = Row & { depth: number; has_children: boolean; path: string[] };

/** Reads snapshots by their keys. */
export class DatabaseSnapshotReader implements SnapshotReader {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseSnapshotReader {
    return new DatabaseSnapshotReader(options);
  }

  async dayAt(day?: string): Promise<SnapshotDay | undefined> {
    const row = await this.#client('snapshot_days')
      .modify(query => day && query.where('day', '<=', day))
      .orderBy('day', 'desc')
      .first(
        this.#client.raw('day::text AS day'),
        'taken_at',
        'final',
        'formula_version',
      );
    return (
      row && {
        day: row.day,
        takenAt: row.taken_at.toISOString(),
        final: row.final,
        formulaVersion: row.formula_version,
      }
    );
  }

  async nodes(
    day: string,
    hierarchy: Hierarchy,
    refs: readonly string[],
  ): Promise<NodeSnapshot[]> {
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `SELECT snapshots.*, snapshots.day::text AS day, nodes.deleted_at IS NOT NULL AS deleted
       FROM node_snapshots AS snapshots LEFT JOIN nodes USING (ref)
       WHERE snapshots.day = :day::date AND snapshots.ref = ANY(:refs::text[])`,
      { day, refs: [...refs] as unknown as Knex.RawBinding },
    );
    return rows.map(row => toSnapshot(row, hierarchy));
  }

  async below(
    day: string,
    hierarchy: Hierarchy,
    ref: string,
    depth: number,
  ): ReturnType<SnapshotReader['below']> {
    const parent = parentColumns[hierarchy];
    const { rows } = await this.#client.raw<{ rows: PlacedRow[] }>(
      `WITH RECURSIVE placed AS (
         SELECT ref, 0 AS depth, ARRAY[lower(title), ref] AS path
         FROM node_snapshots WHERE day = :day::date AND ref = :ref
         UNION ALL
         SELECT child.ref, placed.depth + 1, placed.path || lower(child.title) || child.ref
         FROM placed JOIN node_snapshots AS child ON child.day = :day::date AND child.${parent} = placed.ref
         WHERE placed.depth < :depth
       )
       SELECT snapshots.ref, kind, snapshots.title, snapshots.type, organisation_parent, domains_parent, health, figures,
              snapshots.day::text AS day, placed.depth, placed.path,
              EXISTS (SELECT FROM nodes WHERE nodes.ref = snapshots.ref AND deleted_at IS NOT NULL) AS deleted,
              EXISTS (
                SELECT FROM node_snapshots AS child WHERE child.day = :day::date AND child.${parent} = snapshots.ref
              ) AS has_children
       FROM placed JOIN node_snapshots AS snapshots ON snapshots.day = :day::date AND snapshots.ref = placed.ref
       ORDER BY placed.path`,
      { day, ref, depth: Math.min(depth, deepest) },
    );
    return rows.map(row => ({
      ...toSnapshot(row, hierarchy),
      depth: row.depth,
      hasChildren: row.has_children,
    }));
  }

  async above(
    day: string,
    hierarchy: Hierarchy,
    ref: string,
  ): Promise<OrgNode[]> {
    const parent = parentColumns[hierarchy];
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `WITH RECURSIVE up AS (
         SELECT ${parent} AS ref, 1 AS step FROM node_snapshots WHERE day = :day::date AND ref = :ref
         UNION ALL
         SELECT above.${parent}, up.step + 1
         FROM up JOIN node_snapshots AS above ON above.day = :day::date AND above.ref = up.ref
         WHERE up.step < ${deepest}
       )
       SELECT snapshots.*, snapshots.day::text AS day, false AS deleted
       FROM up JOIN node_snapshots AS snapshots ON snapshots.day = :day::date AND snapshots.ref = up.ref
       ORDER BY step DESC`,
      { day, ref },
    );
    return rows.map(row => toNode(row, hierarchy));
  }

  async weekly(ref: string, from: string, to: string): Promise<NodeSnapshot[]> {
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `SELECT DISTINCT ON (date_trunc('week', day)) ref, kind, title, type, organisation_parent, domains_parent, health,
              figures, day::text AS day, false AS deleted
       FROM node_snapshots WHERE ref = :ref AND day >= :from::date AND day <= :to::date
       ORDER BY date_trunc('week', node_snapshots.day), node_snapshots.day DESC`,
      { ref, from, to },
    );
    return rows.map(row => toSnapshot(row, 'organisation'));
  }

  async services(day: string, ref: string): Promise<ServiceStanding[]> {
    const rows: ServiceRow[] = await this.#client('service_snapshots')
      .where({ day })
      .modify(query => belongTo(query, ref))
      .orderByRaw('lower(title), ref')
      .select('ref', 'title', 'owner_ref', 'system_ref', 'pillars');
    return rows.map(toService);
  }
}

/** Restricts services to those of a node. */
export function belongTo(query: Knex.QueryBuilder, ref: string): void {
  if (ref.startsWith('component:')) {
    query.where({ ref });
  } else if (ref !== 'everything') {
    query.whereRaw('? = ANY(scopes)', [ref]);
  }
}

/** A service as it travels. */
export function toService(
  row: Pick<
    ServiceRow,
    'ref' | 'title' | 'owner_ref' | 'system_ref' | 'pillars'
  >,
): ServiceStanding {
  return {
    entityRef: row.ref,
    title: row.title,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    pillars: row.pillars,
  };
}

function toNode(row: Row, hierarchy: Hierarchy): OrgNode {
  const parent =
    hierarchy === 'organisation' ? row.organisation_parent : row.domains_parent;
  return {
    ref: row.ref,
    kind: row.kind as OrgNodeKind,
    title: row.title,
    ...(row.type !== null && { type: row.type }),
    ...(parent !== null && { parentRef: parent }),
    ...(row.deleted && { deleted: true }),
  };
}

function toSnapshot(row: Row, hierarchy: Hierarchy): NodeSnapshot {
  return {
    day: row.day,
    node: toNode(row, hierarchy),
    health: row.health,
    figures: row.figures,
  };
}
