import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** What has a name already. */
export type NameHolder =
  | { type: 'entity'; entityRef: string }
  | { type: 'repository'; name: string };

/** What {@link findNameHolder} asks. */
export type NameSources = {
  catalogApi: Pick<CatalogApi, 'getEntitiesByRefs'>;
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
};

/** What has the name already, in the catalog or among the portal's own repositories; undefined if it is free. */
export async function findNameHolder(
  sources: NameSources,
  kind: string,
  name: string,
  signal?: AbortSignal,
): Promise<NameHolder | undefined> {
  const entityRef = stringifyEntityRef({ kind, namespace: 'default', name });
  // Asked for as a list, a name that is free is no failed request.
  const { items } = await sources.catalogApi.getEntitiesByRefs({
    entityRefs: [entityRef],
    fields: ['kind'],
  });
  if (items[0]) {
    return { type: 'entity', entityRef };
  }
  return (await findRepository(sources, name, signal))
    ? { type: 'repository', name }
    : undefined;
}

async function findRepository(
  { discoveryApi, fetchApi }: NameSources,
  name: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const baseUrl = await discoveryApi.getBaseUrl('repositories');
  const response = await fetchApi.fetch(
    `${baseUrl}/v1/repositories?name=${encodeURIComponent(name)}`,
    { signal },
  );
  // Without repositories of its own the portal has no such plugin. Who may not look finds out when it is published.
  if ([403, 404].includes(response.status)) {
    return false;
  }
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const { items } = await response.json();
  return items.length > 0;
}
