import {
  nodeHealthOf,
  standings,
  type HealthPillar,
  type Hierarchy,
  type NodeHealth,
  type OrgNode,
  type OrgNodeKind,
  type ServiceStanding,
  type StandingCounts,
} from '@portal/plugin-executive-common';
import { everything } from '@portal/plugin-org-history-common';
import type { Knex } from 'knex';
import type {
  FigureChoice,
  NodeSnapshot,
  SnapshotDay,
  SnapshotReader,
} from './SnapshotReader';
import type { NodeRow, ServiceRow } from './SnapshotStore';

const deepest = 20;
const noCounts = Object.fromEntries(
  standings.map(standing => [standing, 0]),
) as StandingCounts;
const parentColumns: Record<Hierarchy, string> = {
  organisation: 'organisation_parent',
  domains: 'domains_parent',
};

const nodeColumns = `snapshots.ref, snapshots.kind, snapshots.title, snapshots.type, organisation_parent, domains_parent, health,
  snapshots.day::text AS day`;

type Row = NodeRow & { day: string; deleted: boolean };
type ServiceNodeRow = Pick<
  ServiceRow,
  'ref' | 'title' | 'owner_ref' | 'system_ref' | 'standings'
> & { type: string | null; deleted: boolean; pillars: HealthPillar[] };
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
    figures?: FigureChoice,
  ): Promise<NodeSnapshot[]> {
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `SELECT ${nodeColumns}, ${figuresSql(
        figures,
      )}, nodes.deleted_at IS NOT NULL AS deleted
       FROM node_snapshots AS snapshots LEFT JOIN nodes USING (ref)
       WHERE snapshots.day = :day::date AND snapshots.ref = ANY(:refs::text[])`,
      { day, refs: listOf(refs), ...chosen(figures) },
    );
    const services = refs.filter(isService);
    return [
      ...rows.map(row => toSnapshot(row, hierarchy)),
      ...(services.length
        ? await this.#services(day, hierarchy, services)
        : []),
    ];
  }

  /** Services as nodes. Their figures are read where they are asked for, from the metric store. */
  async #services(
    day: string,
    hierarchy: Hierarchy,
    refs: readonly string[],
  ): Promise<NodeSnapshot[]> {
    const { rows } = await this.#client.raw<{ rows: ServiceNodeRow[] }>(
      `SELECT services.ref, services.title, nodes.type, owner_ref, system_ref, standings, formulas.pillars,
              coalesce(nodes.deleted_at IS NOT NULL, false) AS deleted
       FROM service_snapshots AS services
         JOIN snapshot_days USING (day)
         JOIN formulas ON formulas.version = snapshot_days.formula_version
         LEFT JOIN nodes ON nodes.ref = services.ref
       WHERE services.day = :day::date AND services.ref = ANY(:refs::text[])`,
      { day, refs: listOf(refs) },
    );
    return rows.map(row => ({
      day,
      node: {
        ref: row.ref,
        kind: 'component',
        title: row.title,
        ...(row.type !== null && { type: row.type }),
        parentRef:
          (hierarchy === 'organisation' ? row.owner_ref : row.system_ref) ??
          everything,
        ...(row.deleted && { deleted: true }),
      },
      health: nodeHealthOf(row.pillars, [row.standings]),
      figures: {},
    }));
  }

  async below(
    day: string,
    hierarchy: Hierarchy,
    ref: string,
    depth: number,
    figures?: FigureChoice,
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
       SELECT ${nodeColumns}, ${figuresSql(figures)}, placed.depth, placed.path,
              EXISTS (SELECT FROM nodes WHERE nodes.ref = snapshots.ref AND deleted_at IS NOT NULL) AS deleted,
              EXISTS (
                SELECT FROM node_snapshots AS child WHERE child.day = :day::date AND child.${parent} = snapshots.ref
              ) AS has_children
       FROM placed JOIN node_snapshots AS snapshots ON snapshots.day = :day::date AND snapshots.ref = placed.ref
       ORDER BY placed.path`,
      { day, ref, depth: Math.min(depth, deepest), ...chosen(figures) },
    );
    if (rows.length === 0 && isService(ref)) {
      const services = await this.#services(day, hierarchy, [ref]);
      return services.map(each => ({ ...each, depth: 0, hasChildren: false }));
    }
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
    if (isService(ref)) {
      const [service] = await this.#services(day, hierarchy, [ref]);
      const next = service?.node.parentRef;
      if (next === undefined) {
        return [];
      }
      const [direct] = await this.nodes(day, hierarchy, [next], {
        metricIds: [],
      });
      // An owner may be a user, and no node.
      return direct
        ? [...(await this.above(day, hierarchy, next)), direct.node]
        : [];
    }
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `WITH RECURSIVE up AS (
         SELECT ${parent} AS ref, 1 AS step FROM node_snapshots WHERE day = :day::date AND ref = :ref
         UNION ALL
         SELECT above.${parent}, up.step + 1
         FROM up JOIN node_snapshots AS above ON above.day = :day::date AND above.ref = up.ref
         WHERE up.step < ${deepest}
       )
       SELECT ${nodeColumns}, ${figuresSql({ metricIds: [] })}, false AS deleted
       FROM up JOIN node_snapshots AS snapshots ON snapshots.day = :day::date AND snapshots.ref = up.ref
       ORDER BY step DESC`,
      { day, ref, ...chosen({ metricIds: [] }) },
    );
    return rows.map(row => toNode(row, hierarchy));
  }

  async weekly(
    ref: string,
    from: string,
    to: string,
    figures?: FigureChoice,
  ): Promise<NodeSnapshot[]> {
    const { rows } = await this.#client.raw<{ rows: Row[] }>(
      `SELECT DISTINCT ON (date_trunc('week', snapshots.day)) ${nodeColumns}, ${figuresSql(
        figures,
      )}, false AS deleted
       FROM node_snapshots AS snapshots
       WHERE ref = :ref AND snapshots.day >= :from::date AND snapshots.day <= :to::date
       ORDER BY date_trunc('week', snapshots.day), snapshots.day DESC`,
      { ref, from, to, ...chosen(figures) },
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

/** Figures are read as far as they are asked for: all of hundreds of nodes would be megabytes. */
function figuresSql(figures: FigureChoice | undefined): string {
  if (!figures) {
    return 'figures';
  }
  return figures.metricIds.length === 0
    ? `'{}'::jsonb AS figures`
    : `(SELECT coalesce(jsonb_object_agg(id, figures -> id), '{}') FROM unnest(:metricIds::text[]) AS id
        WHERE figures -> id IS NOT NULL) AS figures`;
}

function chosen(figures: FigureChoice | undefined) {
  return figures?.metricIds.length
    ? { metricIds: listOf(figures.metricIds) }
    : {};
}

/** A list as one binding. */
function listOf(values: readonly string[]): Knex.RawBinding {
  return [...values] as unknown as Knex.RawBinding;
}

function isService(ref: string): boolean {
  return ref.startsWith('component:');
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
    health: withEveryStanding(row.health),
    figures: row.figures,
  };
}

/** An old snapshot does not count a standing that came after it. */
function withEveryStanding(health: NodeHealth): NodeHealth {
  return {
    ...health,
    pillars: health.pillars.map(pillar => ({
      ...pillar,
      counts: { ...noCounts, ...pillar.counts },
    })),
  };
}
