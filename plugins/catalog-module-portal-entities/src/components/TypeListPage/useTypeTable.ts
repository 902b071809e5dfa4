import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useTable, UseTableResult } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import type { TypeList, TypeRow } from './typeLists';

const fields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'spec',
  'relations',
];
const pageSizes = [20, 50, 100];

/** Pages through the entities of a type by the catalog's cursor. What is searched for is part of the address. */
export function useTypeTable(list: TypeList): UseTableResult<TypeRow> {
  const catalog = useApi(catalogApiRef);
  const [parameters, setParameters] = useSearchParams();

  return useTable<TypeRow>({
    mode: 'cursor',
    initialSort: { column: list.initialSort, direction: 'ascending' },
    search: parameters.get('q') ?? '',
    onSearchChange: words =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.delete('q');
          if (words) {
            next.set('q', words);
          }
          return next;
        },
        { replace: true },
      ),
    paginationOptions: { pageSize: pageSizes[0], pageSizeOptions: pageSizes },
    getData: async ({ cursor, pageSize, sort, search }) => {
      const column = list.columns.find(({ id }) => id === sort?.column);
      const { items, pageInfo, totalItems } = await catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: pageSize }
          : {
              filter: { kind: list.kind, 'spec.type': list.specType },
              fields,
              limit: pageSize,
              orderFields: {
                field: column?.sortField ?? 'metadata.name',
                order: sort?.direction === 'descending' ? 'desc' : 'asc',
              },
              ...(search.trim() && {
                fullTextFilter: {
                  term: search.trim(),
                  fields: list.searchFields,
                },
              }),
            },
      );
      return {
        data: items.map(entity => ({
          ...entity,
          id: stringifyEntityRef(entity),
        })),
        totalCount: totalItems,
        nextCursor: pageInfo.nextCursor,
        prevCursor: pageInfo.prevCursor,
      };
    },
  });
}
