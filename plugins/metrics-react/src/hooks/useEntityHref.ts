import type { CompoundEntityRef, Entity } from '@backstage/catalog-model';
import {
  routeResolutionApiRef,
  useApi,
  type RouteRef,
  type RouteResolutionApi,
} from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';

/** Where the page of an entity is. */
export type EntityHref = (
  entity: string | Entity | CompoundEntityRef,
) => string;

type EntityParams = { namespace: string; kind: string; name: string };

/** The last answer of each app: all links of a page have the same. */
const answers = new WeakMap<
  RouteResolutionApi,
  { pathname: string; hrefOf: EntityHref }
>();

/**
 * Tells where pages of entities are, as `useEntityRefLink` of the catalog does. That one looks through all routes of the app for
 * each link, twice; a list of a hundred links would wait for it longer than for its data.
 *
 * @public
 */
export function useEntityHref(): EntityHref {
  const routes = useApi(routeResolutionApiRef);
  const { pathname } = useLocation();
  const last = answers.get(routes);
  if (last?.pathname === pathname) {
    return last.hrefOf;
  }
  const hrefOf = findHref(routes, pathname);
  answers.set(routes, { pathname, hrefOf });
  return hrefOf;
}

function findHref(routes: RouteResolutionApi, pathname: string): EntityHref {
  // The catalog's reference is of both systems, but says so only at run time.
  const page = routes.resolve(
    entityRouteRef as unknown as RouteRef<EntityParams>,
    { sourcePath: pathname },
  );
  if (!page) {
    throw new Error('The app has no page for entities; add the catalog plugin');
  }
  return entity => page(entityRouteParams(entity, { encodeParams: true }));
}
