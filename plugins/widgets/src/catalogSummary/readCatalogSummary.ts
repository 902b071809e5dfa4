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

/** Counts what the reader may see: five requests, however much there is. */
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
  const [unowned, orphaned, ...kinds] = await Promise.all([
    needCare(catalog, scope, {
      $not: { 'spec.owner': { $exists: true } },
    }),
    needCare(catalog, scope, {
      'metadata.annotations.backstage.io/orphan': 'true',
    }),
    ...summarisedKinds.map(async kind => {
      const { facets } = await catalog.getEntityFacets({
        filter: { kind, ...scope },
        facets: ['kind', 'spec.type'],
      });
      const count = facets.kind.reduce((sum, facet) => sum + facet.count, 0);
      const types = facets['spec.type']
        .map(facet => ({ type: facet.value, count: facet.count }))
        .sort((one, other) => other.count - one.count);
      return { kind, count, types };
    }),
  ]);
  return { kinds, unowned, orphaned };
}

async function needCare(
  catalog: Pick<CatalogApi, 'queryEntities'>,
  scope: Record<string, string>,
  query: FilterPredicate,
): Promise<NeedsCare> {
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
