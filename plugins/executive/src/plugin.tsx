import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createPageOfSubPages } from '@portal/plugin-metrics-react';
import { RiOrganizationChart } from '@remixicon/react';
import { executiveApi } from './api';
import { ExecutiveRoot } from './components/ExecutiveRoot';
import {
  executivePath,
  executiveRouteRef,
  portfolioTabPath,
  subPaths,
} from './routes';

const executivePage = createPageOfSubPages({
  path: executivePath,
  routeRef: executiveRouteRef,
  title: 'Portfolio',
  icon: <RiOrganizationChart />,
  wrap: page => <ExecutiveRoot>{page}</ExecutiveRoot>,
});

const portfolio = SubPageBlueprint.make({
  name: 'portfolio',
  params: {
    path: subPaths.portfolio,
    title: 'Portfolio',
    loader: async () => {
      const { PortfolioPage } = await import('./components/Portfolio');
      return <PortfolioPage />;
    },
  },
});

const questions = SubPageBlueprint.make({
  name: 'questions',
  params: {
    path: subPaths.questions,
    title: 'Questions',
    loader: async () => {
      const { QuestionsPage } = await import('./components/Questions');
      return <QuestionsPage />;
    },
  },
});

const investment = SubPageBlueprint.make({
  name: 'investment',
  params: {
    path: subPaths.investment,
    title: 'Investment',
    loader: async () => {
      const { InvestmentPage } = await import('./components/Investment');
      return <InvestmentPage />;
    },
  },
});

const goals = SubPageBlueprint.make({
  name: 'goals',
  params: {
    path: subPaths.goals,
    title: 'Goals',
    loader: async () => {
      const { GoalsPage } = await import('./components/Goals');
      return <GoalsPage />;
    },
  },
});

const productivity = SubPageBlueprint.make({
  name: 'productivity',
  params: {
    path: subPaths.productivity,
    title: 'Productivity',
    loader: async () => {
      const { ProductivityPage } = await import('./components/Productivity');
      return <ProductivityPage />;
    },
  },
});

const debt = SubPageBlueprint.make({
  name: 'debt',
  params: {
    path: subPaths.debt,
    title: 'Debt',
    loader: async () => {
      const { DebtPage } = await import('./components/Debt');
      return <DebtPage />;
    },
  },
});

const returns = SubPageBlueprint.make({
  name: 'returns',
  params: {
    path: subPaths.returns,
    title: 'Returns',
    loader: async () => {
      const { ReturnsPage } = await import('./components/Returns');
      return <ReturnsPage />;
    },
  },
});

const success = SubPageBlueprint.make({
  name: 'success',
  params: {
    path: subPaths.success,
    title: 'Success',
    loader: async () => {
      const { SuccessPage } = await import('./components/Success');
      return <SuccessPage />;
    },
  },
});

const reports = SubPageBlueprint.make({
  name: 'reports',
  params: {
    path: subPaths.reports,
    title: 'Reports',
    loader: async () => {
      const { ReportsPage } = await import('./components/Reports');
      return <ReportsPage />;
    },
  },
});

const formula = SubPageBlueprint.make({
  name: 'formula',
  params: {
    path: subPaths.formula,
    title: 'How it is judged',
    loader: async () => {
      const { FormulaPage } = await import('./components/Formula');
      return <FormulaPage />;
    },
  },
});

const portfolioContent = EntityContentBlueprint.make({
  name: 'portfolio',
  params: {
    path: portfolioTabPath,
    title: 'Portfolio',
    group: 'operation',
    filter: { kind: { $in: ['group', 'domain', 'system'] } },
    loader: async () => {
      const { EntityPortfolio } = await import('./components/EntityPortfolio');
      return <EntityPortfolio />;
    },
  },
});

/**
 * The portfolio in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'executive',
  title: 'Portfolio',
  routes: { root: executiveRouteRef },
  extensions: [
    executiveApi,
    executivePage,
    portfolio,
    questions,
    investment,
    goals,
    productivity,
    debt,
    returns,
    success,
    reports,
    formula,
    portfolioContent,
  ],
});
