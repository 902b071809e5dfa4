import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** The kinds that make up what teams build and run. */
export const summarisedKinds = ['Component', 'API', 'Resource'] as const;
export type SummarisedKind = (typeof summarisedKinds)[number];

/** How many names of those that need care are told. */
const NAMED = 3;

/** What to count. */
export interface SummaryFilter {
  owner?: string;
  system?: string;
  lifecycle?: string;
}

/** How many entities of each kind and type there are. */
export interface KindSummary {
  kind: SummarisedKind;
  count: number;
  /** Types by count, largest first. */
  types: { type: string; count: number }[];
}

/** Entities that need care: how many, and the first of them. */
export interface NeedsCare {
  count: number;
  refs: string[];
}

/** What the catalog holds. */
export interface CatalogSummary {
  kinds: KindSummary[];
  /** Nobody is named as their owner. */
  unowned: NeedsCare;
  /** What described them is gone. */
  orphaned: NeedsCare;
}

const ownerField = 'spec.owner';
const orphanField = 'metadata.annotations.backstage.io/orphan';

/** Counts what the reader may see: a request a kind, however much there is, and one for each sort that needs care. */
export async function readCatalogSummary(
  catalog: Pick<CatalogApi, 'getEntityFacets' | 'queryEntities'>,
  filter: SummaryFilter,
): Promise<CatalogSummary> {
  const { owner, system, lifecycle } = filter;
  const scope = {
    ...(owner && { 'relations.ownedBy': owner }),
    ...(system && { 'relations.partOf': system }),
    ...(lifecycle && { 'spec.lifecycle': lifecycle }),
  };
  const counted = await Promise.all(
    summarisedKinds.map(kind => countKind(catalog, kind, scope)),
  );
  const sum = (of: (each: CountedKind) => number) =>
    counted.reduce((total, each) => total + of(each), 0);
  const [unowned, orphaned] = await Promise.all([
    needCare(
      catalog,
      scope,
      { $not: { [ownerField]: { $exists: true } } },
      sum(each => each.summary.count - each.owned),
    ),
    needCare(
      catalog,
      scope,
      { [orphanField]: 'true' },
      sum(each => each.orphaned),
    ),
  ]);
  return { kinds: counted.map(({ summary }) => summary), unowned, orphaned };
}

/** A kind, and how many of it have an owner, or no source any more. */
type CountedKind = { summary: KindSummary; owned: number; orphaned: number };

async function countKind(
  catalog: Pick<CatalogApi, 'getEntityFacets'>,
  kind: SummarisedKind,
  scope: Record<string, string>,
): Promise<CountedKind> {
  const { facets } = await catalog.getEntityFacets({
    filter: { kind, ...scope },
    facets: ['kind', 'spec.type', ownerField, orphanField],
  });
  const sum = (field: string) =>
    (facets[field] ?? []).reduce((total, facet) => total + facet.count, 0);
  const types = facets['spec.type']
    .map(facet => ({ type: facet.value, count: facet.count }))
    .sort((one, other) => other.count - one.count);
  return {
    summary: { kind, count: sum('kind'), types },
    owned: sum(ownerField),
    orphaned: sum(orphanField),
  };
}

/** The first of those that need care; nothing is asked where there are none. */
async function needCare(
  catalog: Pick<CatalogApi, 'queryEntities'>,
  scope: Record<string, string>,
  query: FilterPredicate,
  count: number,
): Promise<NeedsCare> {
  if (count === 0) {
    return { count, refs: [] };
  }
  const parts: FilterPredicate[] = [
    { kind: { $in: [...summarisedKinds] } },
    scope as FilterPredicate,
    query,
  ];
  const { items, totalItems } = await catalog.queryEntities({
    query: { $all: parts },
    fields: ['kind', 'metadata.name', 'metadata.namespace'],
    orderFields: [{ field: 'metadata.name', order: 'asc' }],
    limit: NAMED,
  });
  return {
    count: totalItems,
    refs: items.map((entity: Entity) => stringifyEntityRef(entity)),
  };
}
