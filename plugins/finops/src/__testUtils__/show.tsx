import type { ReactElement } from 'react';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { MetricsClient } from '@portal/plugin-metrics-common';
import { metricsApiRef } from '@portal/plugin-metrics-react';
import type { RecordedAnswers } from '@portal/plugin-metrics-react/testUtils';
import { useLocation } from 'react-router-dom';
import { finopsApiRef } from '../api';
import { costRouteRef } from '../routes';
import type { RecordedBackend } from './RecordedBackend';

function entity(kind: string, name: string, title: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title },
    spec: {},
  };
}

const entities = [
  entity('Group', 'payments', 'The payments'),
  entity('Group', 'search', 'Search'),
  {
    ...entity('Component', 'cart', 'Cart'),
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
];

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** Shows a part of the plugin in an app with a catalog, at an address. */
export function show(
  element: ReactElement,
  backend: RecordedBackend,
  query = '',
  /** The metric store; without, the portal has none. */
  metrics?: RecordedAnswers,
) {
  renderInTestApp(
    <>
      {element}
      <Address />
    </>,
    {
      apis: [
        [finopsApiRef, backend.client()],
        [catalogApiRef, new InMemoryCatalogClient({ entities })],
        ...(metrics
          ? [[metricsApiRef, new MetricsClient(metrics.apis())] as const]
          : []),
        mockApis.permission(),
      ],
      initialRouteEntries: [`/${query}`],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
        '/finops': costRouteRef,
      },
    },
  );
}
