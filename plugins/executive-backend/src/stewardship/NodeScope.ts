import type { NodeContext } from '@portal/plugin-executive-common';
import { everything } from '@portal/plugin-org-history-common';
import type { Knex } from 'knex';
import type { SnapshotReader } from '../snapshots/SnapshotReader';
import { belongTo } from '../snapshots/DatabaseSnapshotReader';

const deepest = 20;

/** A service and where it belongs. */
export type ScopedService = {
  ref: string;
  title: string;
  ownerRef?: string;
  systemRef?: string;
};

/** What belongs to a node on the day of the snapshot. */
export type NodeScope = {
  /** Of every group of the organisation, itself first, the groups below it. */
  groupsBelow(groupRef: string): string[];
  titleOf(ref: string): string;
  /** The groups of the node, itself included; undefined for a part of the domains, to which no group belongs. */
  groups?: string[];
  /** The systems of the node, or those with services of it. */
  systems: Set<string>;
  services: ScopedService[];
};

/** What {@link readNodeScope} reads. */
export type ReadNodeScopeOptions = { client: Knex; snapshots: SnapshotReader };

/** Reads what belongs to the node of a page. */
export async function readNodeScope(
  options: ReadNodeScopeOptions,
  { day, node, hierarchy }: NodeContext,
): Promise<NodeScope> {
  const { client, snapshots } = options;
  const nothing = { metricIds: [] };
  const [organisation, own, services] = await Promise.all([
    snapshots.below(day, 'organisation', everything, deepest, nothing),
    hierarchy === 'domains'
      ? snapshots.below(day, 'domains', node.ref, deepest, nothing)
      : [],
    readServices(client, day, node.ref),
  ]);
  const titles = new Map(
    [...organisation, ...own].map(each => [each.node.ref, each.node.title]),
  );
  const children = new Map<string, string[]>();
  for (const { node: group } of organisation) {
    if (group.kind === 'group' && group.parentRef !== undefined) {
      const list = children.get(group.parentRef) ?? [];
      list.push(group.ref);
      children.set(group.parentRef, list);
    }
  }
  const below = (ref: string): string[] =>
    (children.get(ref) ?? []).flatMap(child => [child, ...below(child)]);
  const groupsBelow = (ref: string) =>
    ref === everything ? below(ref) : [ref, ...below(ref)];
  const isOfGroups = node.kind === 'group' || node.kind === 'everything';
  return {
    groupsBelow,
    titleOf: ref => titles.get(ref) ?? ref.slice(ref.indexOf('/') + 1),
    ...(isOfGroups && { groups: groupsBelow(node.ref) }),
    systems: new Set([
      ...own
        .filter(each => each.node.kind === 'system')
        .map(each => each.node.ref),
      ...services.flatMap(({ systemRef }) => systemRef ?? []),
    ]),
    services,
  };
}

async function readServices(
  client: Knex,
  day: string,
  ref: string,
): Promise<ScopedService[]> {
  const rows: Array<{
    ref: string;
    title: string;
    owner_ref: string | null;
    system_ref: string | null;
  }> = await client('service_snapshots')
    .where({ day })
    .modify(query => belongTo(query, ref))
    .orderByRaw('lower(title), ref')
    .select('ref', 'title', 'owner_ref', 'system_ref');
  return rows.map(row => ({
    ref: row.ref,
    title: row.title,
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    ...(row.system_ref !== null && { systemRef: row.system_ref }),
  }));
}
