import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  RiInbox2Line,
  RiLayoutGridLine,
  RiRocket2Line,
} from '@remixicon/react';
import { z } from 'zod/v4';
import type { DoraMetricId } from '@portal/plugin-dora-common';
import { WholePage } from '@portal/plugin-metrics-react';
import { doraApi, doraTriageApi } from './api';
import {
  deliveryPath,
  matrixPath,
  matrixRouteRef,
  overviewPath,
  overviewRouteRef,
  runningPath,
  triagePath,
  triageRouteRef,
} from './routes';
import { boardWidgets } from './widgets/boardWidgets';

const overviewPage = PageBlueprint.make({
  params: {
    path: overviewPath,
    routeRef: overviewRouteRef,
    title: 'Delivery',
    icon: <RiRocket2Line />,
    loader: async () => {
      const { OverviewPage } = await import('./components/OverviewPage');
      return (
        <WholePage>
          <OverviewPage />
        </WholePage>
      );
    },
  },
});

const triagePage = PageBlueprint.make({
  name: 'triage',
  params: {
    path: triagePath,
    routeRef: triageRouteRef,
    title: 'Delivery triage',
    icon: <RiInbox2Line />,
    loader: async () => {
      const { TriagePage } = await import('./components/TriagePage');
      return (
        <WholePage>
          <TriagePage />
        </WholePage>
      );
    },
  },
});

const matrixPage = PageBlueprint.make({
  name: 'environments',
  params: {
    path: matrixPath,
    routeRef: matrixRouteRef,
    title: 'What runs where',
    icon: <RiLayoutGridLine />,
    loader: async () => {
      const { EnvironmentMatrixPage } = await import(
        './components/EnvironmentMatrixPage'
      );
      return (
        <WholePage>
          <EnvironmentMatrixPage />
        </WholePage>
      );
    },
  },
});

const runningContent = EntityContentBlueprint.make({
  name: 'running',
  params: {
    path: runningPath,
    title: 'What runs here',
    group: 'deployment',
    filter: { kind: 'resource', 'spec.type': 'environment' },
    loader: async () => {
      const { RunningTab } = await import('./components/EnvironmentMatrixPage');
      return <RunningTab />;
    },
  },
});

const searchType = SearchFilterResultTypeBlueprint.make({
  name: 'delivery',
  params: { value: 'delivery', name: 'Delivery', icon: <RiRocket2Line /> },
});

const searchItem = SearchResultListItemBlueprint.make({
  name: 'delivery',
  params: {
    predicate: ({ type }) => type === 'delivery',
    icon: <RiRocket2Line />,
    component: async () => {
      const { DeliverySearchItem } = await import(
        './components/DeliverySearchItem'
      );
      return DeliverySearchItem;
    },
  },
});

const overviewContent = EntityContentBlueprint.make({
  name: 'overview',
  params: {
    path: deliveryPath,
    title: 'Delivery',
    group: 'deployment',
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: async () => {
      const { EntityOverview } = await import('./components/OverviewContent');
      return <EntityOverview />;
    },
  },
});

const deliveryContent = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: deliveryPath,
    title: 'Delivery',
    group: 'deployment',
    filter: { kind: 'component' },
    loader: async () => {
      const { DeliveryContent } = await import('./components/DeliveryContent');
      return <DeliveryContent />;
    },
  },
});

const deliveryFigures = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'delivery-figures',
  configSchema: {
    entityRef: z.string().default('component:default/portal'),
  },
  *factory(originalFactory, { config }) {
    yield* originalFactory({
      name: 'DeliveryFigures',
      title: 'Delivery',
      description:
        'The five delivery figures of one component over the last 90 days.',
      layout: {
        width: { minColumns: 3, defaultColumns: 12 },
        height: { minRows: 3, defaultRows: 5 },
      },
      components: async () => {
        const { DeliveryFigures } = await import(
          './components/DeliveryFigures'
        );
        return {
          Content: () => <DeliveryFigures entityRef={config.entityRef} />,
        };
      },
    });
  },
});

/** A widget that shows one figure. Switched on in the configuration: the home page shows all five in one. */
function makeMetricWidget<const TId extends string>(options: {
  id: TId;
  widget: string;
  title: string;
  metric: DoraMetricId;
}) {
  const { id, widget, title, metric } = options;
  return HomePageWidgetBlueprint.makeWithOverrides({
    name: id,
    disabled: true,
    configSchema: {
      entityRef: z.string().default('everything'),
      environment: z.string().optional(),
    },
    *factory(originalFactory, { config }) {
      yield* originalFactory({
        name: widget,
        title,
        description: `${title} of one component, or of the services of a group, system or domain, over the last 90 days.`,
        layout: {
          width: { minColumns: 3, defaultColumns: 4 },
          height: { minRows: 3, defaultRows: 4 },
        },
        settings: {
          schema: {
            title,
            type: 'object',
            properties: {
              entityRef: {
                title:
                  'Component, group, system or domain, such as group:default/payments; or everything',
                type: 'string',
                default: config.entityRef,
              },
              environment: {
                title:
                  'Production environment, such as prod1; all of them together where there is none',
                type: 'string',
                default: config.environment,
              },
            },
          },
        },
        components: async () => {
          const { EnvironmentMetric } = await import(
            './components/MetricWidget'
          );
          return {
            Content: (props?: { entityRef?: string; environment?: string }) => (
              <EnvironmentMetric
                metric={metric}
                entityRef={props?.entityRef || config.entityRef}
                environment={props?.environment ?? config.environment}
              />
            ),
          };
        },
      });
    },
  });
}

const metricWidgets = [
  makeMetricWidget({
    id: 'deployment-frequency',
    widget: 'DeploymentFrequencyWidget',
    title: 'Deployment frequency',
    metric: 'deploymentFrequency',
  }),
  makeMetricWidget({
    id: 'lead-time',
    widget: 'LeadTimeWidget',
    title: 'Change lead time',
    metric: 'changeLeadTime',
  }),
  makeMetricWidget({
    id: 'change-failure-rate',
    widget: 'ChangeFailureRateWidget',
    title: 'Change fail rate',
    metric: 'changeFailRate',
  }),
  makeMetricWidget({
    id: 'recovery-time',
    widget: 'RecoveryTimeWidget',
    title: 'Failed deployment recovery time',
    metric: 'failedDeploymentRecoveryTime',
  }),
  makeMetricWidget({
    id: 'rework-rate',
    widget: 'ReworkRateWidget',
    title: 'Deployment rework rate',
    metric: 'deploymentReworkRate',
  }),
] as const;

/**
 * Delivery metrics in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'dora',
  title: 'Delivery',
  routes: {
    environments: matrixRouteRef,
    overview: overviewRouteRef,
    triage: triageRouteRef,
  },
  extensions: [
    doraApi,
    doraTriageApi,
    overviewPage,
    searchItem,
    searchType,
    triagePage,
    matrixPage,
    overviewContent,
    runningContent,
    deliveryContent,
    deliveryFigures,
    ...metricWidgets,
    ...boardWidgets,
  ],
});
