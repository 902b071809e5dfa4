import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { MetricsClient } from '@portal/plugin-metrics-common';
import {
  DefaultMetricStoreService,
  type MetricStoreService,
} from './MetricStoreService';

/**
 * The metric store, asked with the credentials of the plugin that depends on it.
 *
 * @public
 */
export const metricStoreServiceRef = createServiceRef<MetricStoreService>({
  id: 'metric-store',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        DefaultMetricStoreService.create({
          auth,
          client: new MetricsClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
        }),
    }),
});
