import { createRouteRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';

/** The list of everything, which other plugins link to as the catalog's own. */
export const catalogRouteRef = catalogPlugin.routes.catalogIndex;

/** The list of libraries. */
export const librariesRouteRef = createRouteRef();

/** The list of datasets. */
export const datasetsRouteRef = createRouteRef();

/** The list of environments. */
export const environmentsRouteRef = createRouteRef();
