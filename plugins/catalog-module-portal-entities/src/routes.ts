import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The list of libraries. */
export const librariesRouteRef = createRouteRef();

/** The list of datasets. */
export const datasetsRouteRef = createRouteRef();

/** The list of environments. */
export const environmentsRouteRef = createRouteRef();
