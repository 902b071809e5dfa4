import type { ReactElement } from 'react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
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
import { securityScoreApiRef } from '../api';
import { securityRouteRef } from '../routes';
import type { RecordedBackend } from './RecordedBackend';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** Shows a part of the plugin in an app, at an address, on the page of a component. The metric store answers nothing unless told. */
export function show(
  element: ReactElement,
  backend: RecordedBackend,
  query = '',
  metrics = new RecordedAnswers('metrics', {}),
  annotations: Record<string, string> = {},
) {
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'contract-service',
          namespace: 'default',
          annotations,
        },
        spec: { type: 'service' },
      }}
    >
      {element}
      <Address />
    </EntityProvider>,
    {
      apis: [
        [securityScoreApiRef, backend.client()],
        [metricsApiRef, new MetricsClient(metrics.apis())],
        [catalogApiRef, new InMemoryCatalogClient({ entities: [] })],
        mockApis.permission(),
      ],
      initialRouteEntries: [`/${query}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
        '/security': securityRouteRef,
      },
    },
  );
}
