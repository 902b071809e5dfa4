import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import plugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';

/**
 * How long names wait for each other. The tiles of a board come within this time, and until the catalog has answered each name is the one of
 * its reference; asked tile by tile the names alone were five requests a board.
 */
const batchDelay = { milliseconds: 200 };

/** The catalog, with the names of entities asked together for a whole page. */
export const catalogPlugin = plugin.withOverrides({
  extensions: [
    ApiBlueprint.make({
      name: 'entity-presentation',
      params: defineParams =>
        defineParams({
          api: entityPresentationApiRef,
          deps: { catalogApi: catalogApiRef },
          factory: ({ catalogApi }) =>
            DefaultEntityPresentationApi.create({ catalogApi, batchDelay }),
        }),
    }),
  ],
});
