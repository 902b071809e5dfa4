import { useCallback } from 'react';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  useAsyncList,
  type AsyncListSource,
  type IdentifiedOption,
} from '@backstage/ui';
import { everything } from '@portal/plugin-metrics-common';
import { useLoad } from '../../hooks';

const pageSize = 50;
const kindNames: Record<string, string> = {
  group: 'Group',
  domain: 'Domain',
  system: 'System',
  component: 'Component',
};
/** What a figure can be of, besides everything. */
export type ScopeKind = 'group' | 'domain' | 'system' | 'component';

const searched = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayname',
  'spec.profile.displayName',
];

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

const everythingOption: IdentifiedOption = {
  id: everything,
  label: 'Everything',
  description: 'All components',
};

function optionOf(id: string, label?: string): IdentifiedOption {
  const { kind, name } = parseEntityRef(id);
  return {
    id,
    label: label ?? name,
    description: kindNames[kind.toLocaleLowerCase('en-US')],
  };
}

/** What is not in the catalog, or is no reference at all: an address may say anything. */
function optionOfUnknown(scope: string): IdentifiedOption {
  return { id: scope, label: scope, description: 'Not in the catalog' };
}

function isRef(scope: string): boolean {
  try {
    parseEntityRef(scope);
    return true;
  } catch {
    return false;
  }
}

function optionOfEntity(entity: Entity): IdentifiedOption {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return optionOf(
    stringifyEntityRef(entity),
    profile?.displayName ?? entity.metadata.title,
  );
}

/** The option of the scope that is shown, which need not be on a page that was loaded. */
function useCurrent(scope: string): IdentifiedOption | undefined {
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(async () => {
    if (scope === everything || scope === '') {
      return known(scope);
    }
    if (!isRef(scope)) {
      return optionOfUnknown(scope);
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: [scope],
      fields,
    });
    return items[0] ? optionOfEntity(items[0]) : optionOfUnknown(scope);
  }, [catalogApi, scope]);
  const { result } = useLoad(load);
  if (result.state === 'ready') {
    return result.value;
  }
  return known(scope) ?? (isRef(scope) ? optionOf(scope) : undefined);
}

/** What needs no catalog: everything, and nothing. */
function known(scope: string): IdentifiedOption | undefined {
  return scope === everything ? everythingOption : undefined;
}

/** The scopes to choose from, a page at a time as the reader scrolls, searched by the catalog. */
export function useScopeOptions(
  scope: string,
  kinds: readonly ScopeKind[],
  options: { withEverything: boolean },
): AsyncListSource<IdentifiedOption> {
  const catalogApi = useApi(catalogApiRef);
  const current = useCurrent(scope);
  const list = useAsyncList<IdentifiedOption, string>({
    load: async ({ cursor, filterText }) => {
      const term = filterText?.trim();
      const page = await catalogApi.queryEntities(
        cursor
          ? { cursor, limit: pageSize }
          : {
              filter: { kind: [...kinds] },
              fields,
              orderFields: [{ field: 'metadata.name', order: 'asc' }],
              limit: pageSize,
              ...(term && { fullTextFilter: { term, fields: searched } }),
            },
      );
      return {
        cursor: page.pageInfo.nextCursor,
        items: page.items.map(optionOfEntity),
      };
    },
  });

  const text = list.filterText.trim().toLocaleLowerCase();
  const fixed = [
    ...(options.withEverything ? [everythingOption] : []),
    ...(current ? [current] : []),
  ].filter(
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
