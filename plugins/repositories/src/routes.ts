import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all repositories. */
export const repositoriesRouteRef = createRouteRef();

/** Where that page is. The catalog keeps addresses below it, so that it does not move. */
export const repositoriesPath = '/repositories';
