import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createPageOfSubPages } from '@portal/plugin-metrics-react';
import { RiMoneyDollarCircleLine } from '@remixicon/react';
import { finopsApi } from './api';
import { costPath, costRouteRef, costTabPath, subPaths } from './routes';
import { boardWidgets } from './widgets/boardWidgets';

const costPage = createPageOfSubPages({
  path: costPath,
  routeRef: costRouteRef,
  title: 'Cost',
  icon: <RiMoneyDollarCircleLine />,
});

const overview = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: subPaths.overview,
    title: 'Overview',
    loader: async () => {
      const { CostPage } = await import('./components/CostPage');
      return <CostPage />;
    },
  },
});

const budgets = SubPageBlueprint.make({
  name: 'budgets',
  params: {
    path: subPaths.budgets,
    title: 'Budgets',
    loader: async () => {
      const { BudgetsPage } = await import('./components/Budgets');
      return <BudgetsPage />;
    },
  },
});

const anomalies = SubPageBlueprint.make({
  name: 'anomalies',
  params: {
    path: subPaths.anomalies,
    title: 'Anomalies',
    loader: async () => {
      const { AnomaliesPage } = await import('./components/Anomalies');
      return <AnomaliesPage />;
    },
  },
});

const savings = SubPageBlueprint.make({
  name: 'savings',
  params: {
    path: subPaths.savings,
    title: 'Savings',
    loader: async () => {
      const { SavingsPage } = await import('./components/Savings');
      return <SavingsPage />;
    },
  },
});

const statements = SubPageBlueprint.make({
  name: 'statements',
  params: {
    path: subPaths.statements,
    title: 'Statements',
    loader: async () => {
      const { StatementsPage } = await import('./components/Statements');
      return <StatementsPage />;
    },
  },
});

const dataQuality = SubPageBlueprint.make({
  name: 'data-quality',
  params: {
    path: subPaths.quality,
    title: 'Data quality',
    loader: async () => {
      const { DataQualityPage } = await import('./components/DataQuality');
      return <DataQualityPage />;
    },
  },
});

const costContent = EntityContentBlueprint.make({
  name: 'cost',
  params: {
    path: costTabPath,
    title: 'Cost',
    group: 'operation',
    filter: {
      $any: [
        { kind: { $in: ['component', 'group', 'system', 'domain'] } },
        { kind: 'resource', 'spec.type': 'environment' },
      ],
    },
    loader: async () => {
      const { EntityCost } = await import('./components/CostContent');
      return <EntityCost />;
    },
  },
});

/**
 * Cost in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'finops',
  title: 'Cost',
  routes: { root: costRouteRef },
  extensions: [
    finopsApi,
    costPage,
    overview,
    budgets,
    anomalies,
    savings,
    statements,
    dataQuality,
    costContent,
    ...boardWidgets,
  ],
});
