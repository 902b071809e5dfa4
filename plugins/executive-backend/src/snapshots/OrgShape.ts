import { everything } from '@portal/plugin-org-history-common';
import type {
  OrgHistoryService,
  OrgTree,
  RefSpan,
} from '@portal/plugin-org-history-node';
import type { CatalogNode } from '../nodes/NodeCatalog';

const refsPerRequest = 500;

/** Who is below whom, and which services belong to which node, at an instant. */
export type OrgShape = {
  /** Everything, groups, domains and systems. */
  nodes: CatalogNode[];
  /** Of a group the group above; at the top everything. */
  organisationParent: Map<string, string>;
  /** Of a system its domain, of a domain the domain above; at the top everything. */
  domainsParent: Map<string, string>;
  /** The nodes that each service belonged to, everything left out. */
  scopesOf: Map<string, string[]>;
  /** The group that owned a service; absent where none did. */
  ownerOf(ref: string): string | undefined;
  systemOf(ref: string): string | undefined;
};

/** What a shape is read from. */
export type ReadOrgShapeOptions = {
  orgHistory: Pick<OrgHistoryService, 'partOfAt'>;
  tree: OrgTree;
};

/**
 * Reads the shape of the organisation at an instant.
 *
 * @param options - `isPast`: what was not in the catalog then is left out. `upTo`: the change that has to be in it.
 */
export async function readOrgShape(
  { orgHistory, tree }: ReadOrgShapeOptions,
  all: readonly CatalogNode[],
  at: Date,
  options: { isPast?: boolean; upTo?: number } = {},
): Promise<OrgShape> {
  await tree.refresh({ upTo: options.upTo });
  const instant = at.getTime();
  const parts = all.filter(
    ({ kind, ref }) =>
      kind !== 'component' &&
      (!options.isPast ||
        tree
          .timesOf(ref)
          .some(({ from, to }) => from <= instant && to > instant)),
  );
  const above = await parentsAt(orgHistory, parts, at);
  const known = new Set(parts.map(({ ref }) => ref));
  const parentsOf = (kinds: string[], parentKind: string) =>
    withoutCircles(
      new Map(
        parts
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ ref }) => [
            ref,
            (above.get(ref) ?? []).find(
              parent => known.has(parent) && kindOf(parent) === parentKind,
            ) ?? everything,
          ]),
      ),
    );
  const scopesOf = new Map<string, string[]>();
  for (const { ref } of parts) {
    for (const member of thenOf(tree.membersOf(ref), at)) {
      if (kindOf(member) === 'component') {
        scopesOf.set(member, [...(scopesOf.get(member) ?? []), ref]);
      }
    }
  }
  return {
    nodes: [
      { ref: everything, kind: 'everything', title: 'Everything' },
      ...parts,
    ],
    organisationParent: parentsOf(['group'], 'group'),
    domainsParent: parentsOf(['domain', 'system'], 'domain'),
    scopesOf,
    ownerOf: ref => {
      const owners = thenOf(tree.ownersOf(ref), at);
      return owners.find(owner => kindOf(owner) === 'group') ?? owners[0];
    },
    systemOf: ref => thenOf(tree.systemsOf(ref), at)[0],
  };
}

/** Whoever was there at an instant, sorted. */
export function thenOf(spans: readonly RefSpan[], at: Date): string[] {
  const instant = at.getTime();
  return [
    ...new Set(
      spans
        .filter(({ from, to }) => from <= instant && to > instant)
        .map(({ ref }) => ref),
    ),
  ].sort();
}

async function parentsAt(
  orgHistory: Pick<OrgHistoryService, 'partOfAt'>,
  parts: readonly CatalogNode[],
  at: Date,
): Promise<Map<string, string[]>> {
  const above = new Map<string, string[]>();
  for (let start = 0; start < parts.length; start += refsPerRequest) {
    const refs = parts
      .slice(start, start + refsPerRequest)
      .map(({ ref }) => ref);
    const found = await orgHistory.partOfAt({ refs, at: at.toISOString() });
    found.forEach(({ ref, refs: parents }) => above.set(ref, parents));
  }
  return above;
}

/** Whoever is above itself is put at the top: of each circle the one whose name comes first. */
function withoutCircles(parents: Map<string, string>): Map<string, string> {
  for (const start of [...parents.keys()].sort()) {
    const seen = new Set<string>();
    let ref: string | undefined = start;
    while (ref !== undefined && !seen.has(ref)) {
      seen.add(ref);
      ref = parents.get(ref);
    }
    if (ref === start) {
      parents.set(start, everything);
    }
  }
  return parents;
}

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}
