import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityPresentationApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import { Portal } from '../__testUtils__/Portal';
import { presentation } from '../__testUtils__/showForm';
import { scaffolderPortalApiRef } from '../api';
import { PortalTemplateCard } from './TemplateCard';

// In a file of its own: decisions are remembered for as long as a page, or a file of tests, lives.
it('shows no figure where none is known, and no button to who may not run it', async () => {
  const portal = new Portal();
  portal.statistics = new Error('The network is down');
  renderInTestApp(
    <PortalTemplateCard
      template={{
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'used', namespace: 'default' },
        spec: { type: 'service', steps: [] },
      }}
    />,
    {
      apis: [
        [scaffolderPortalApiRef, portal],
        [entityPresentationApiRef, presentation],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [
          permissionApiRef,
          { authorize: async () => ({ result: 'DENY' }) } as never,
        ],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
  expect(
    await screen.findByText("How it does can't be shown right now."),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: /Choose/ }),
  ).not.toBeInTheDocument();
});
