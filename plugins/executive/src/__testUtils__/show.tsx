import type { ReactElement } from 'react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { MetricsClient } from '@portal/plugin-metrics-common';
import { metricsApiRef } from '@portal/plugin-metrics-react';
import { RecordedAnswers } from '@portal/plugin-metrics-react/testUtils';
import { useLocation } from 'react-router-dom';
import { executiveApiRef } from '../api';
import { executiveRouteRef } from '../routes';
import { answers } from './answers';
import type { RecordedBackend } from './RecordedBackend';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
}

/** Shows a part of the plugin in an app, at an address, on the page of a group. */
export function show(
  element: ReactElement,
  backend: RecordedBackend,
  options: { path?: string; mayChange?: boolean } = {},
) {
  const { path = '/executive/portfolio', mayChange = true } = options;
  const metrics = new RecordedAnswers('metrics', {
    'GET /v1/definitions': answers.definitions,
  });
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: 'payments', namespace: 'default' },
        spec: { type: 'team' },
      }}
    >
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [executiveApiRef, backend.client()],
        [metricsApiRef, new MetricsClient(metrics.apis())],
        [catalogApiRef, new InMemoryCatalogClient({ entities: [] })],
        mockApis.permission({
          authorize: mayChange ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
        '/executive': executiveRouteRef,
      },
    },
  );
}
