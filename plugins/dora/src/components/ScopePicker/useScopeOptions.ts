import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  useAsyncList,
  type AsyncListSource,
  type IdentifiedOption,
} from '@backstage/ui';
import { wholeCompany } from '@portal/plugin-dora-common';

const pageSize = 50;
const kinds: Record<string, string> = {
  group: 'Group',
  domain: 'Domain',
  system: 'System',
};
const searched = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayname',
  'spec.profile.displayName',
];

/** What the scope that holds every component is called. */
export const everything: IdentifiedOption = {
  id: wholeCompany,
  label: 'Everything',
  description: 'All components',
};

/** Names what kind of thing a scope is: "Group". */
export function kindOfScope(scope: string): string | undefined {
  return scope === wholeCompany
    ? undefined
    : kinds[parseEntityRef(scope).kind.toLocaleLowerCase('en-US')];
}

/** The scopes to choose from, a page at a time as the reader scrolls, searched by the catalog. */
export function useScopeOptions(
  current: IdentifiedOption,
): AsyncListSource<IdentifiedOption> {
  const catalogApi = useApi(catalogApiRef);
  const list = useAsyncList<IdentifiedOption, string>({
    load: async ({ cursor, filterText }) => {
      const term = filterText?.trim();
      const page = await catalogApi.queryEntities(
        cursor
          ? { cursor, limit: pageSize }
          : {
              filter: { kind: Object.keys(kinds) },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                'spec.profile.displayName',
              ],
              orderFields: [{ field: 'metadata.name', order: 'asc' }],
              limit: pageSize,
              ...(term && { fullTextFilter: { term, fields: searched } }),
            },
      );
      return {
        cursor: page.pageInfo.nextCursor,
        items: page.items.map(entity => {
          const id = stringifyEntityRef(entity);
          const profile = entity.spec?.profile as
            | { displayName?: string }
            | undefined;
          return {
            id,
            label:
              profile?.displayName ??
              entity.metadata.title ??
              entity.metadata.name,
            description: kindOfScope(id),
          };
        }),
      };
    },
  });

  const text = list.filterText.trim().toLocaleLowerCase();
  const known = list.items.find(({ id }) => id === current.id) ?? current;
  const fixed = [everything, known].filter(
    ({ label, id }, index, all) =>
      label.toLocaleLowerCase().includes(text) &&
      all.findIndex(other => other.id === id) === index,
  );
  return {
    filterText: list.filterText,
    setFilterText: list.setFilterText,
    loadingState: list.loadingState,
    loadMore: list.loadMore,
    items: [
      ...fixed,
      ...list.items.filter(({ id }) => !fixed.some(each => each.id === id)),
    ],
  };
}
