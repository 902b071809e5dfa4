import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ReactElement } from 'react';

/** Shows an element as if it stood on the page of an entity, in a catalog of these entities. */
export function renderWithEntity(
  element: ReactElement,
  options: {
    entity?: Entity;
    entities?: Entity[];
    catalog?: Parameters<typeof catalogApiMock.mock>[0];
  },
) {
  const { entity, entities = [], catalog } = options;
  return renderInTestApp(
    entity ? (
      <EntityProvider entity={entity}>{element}</EntityProvider>
    ) : (
      element
    ),
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          catalogApiRef,
          catalog ? catalogApiMock.mock(catalog) : catalogApiMock({ entities }),
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
    },
  );
}
