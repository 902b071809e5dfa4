import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { createPageOfSubPages } from '@portal/plugin-metrics-react';
import { RiShieldCheckLine } from '@remixicon/react';
import { securityScoreApi } from './api';
import {
  securityPath,
  securityRouteRef,
  securityTabPath,
  subPaths,
} from './routes';
import { boardWidgets } from './widgets/boardWidgets';

const securityPage = createPageOfSubPages({
  path: securityPath,
  routeRef: securityRouteRef,
  title: 'Security',
  icon: <RiShieldCheckLine />,
});

const overview = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: subPaths.overview,
    title: 'Overview',
    loader: async () => {
      const { OverviewPage } = await import('./components/Overview');
      return <OverviewPage />;
    },
  },
});

const findings = SubPageBlueprint.make({
  name: 'findings',
  params: {
    path: subPaths.findings,
    title: 'Findings',
    loader: async () => {
      const { FindingsPage } = await import('./components/Findings');
      return <FindingsPage />;
    },
  },
});

const exceptions = SubPageBlueprint.make({
  name: 'exceptions',
  params: {
    path: subPaths.exceptions,
    title: 'Exceptions',
    loader: async () => {
      const { ExceptionsPage } = await import('./components/Exceptions');
      return <ExceptionsPage />;
    },
  },
});

const affected = SubPageBlueprint.make({
  name: 'affected',
  params: {
    path: subPaths.affected,
    title: 'Affected',
    loader: async () => {
      const { AffectedPage } = await import('./components/Affected');
      return <AffectedPage />;
    },
  },
});

const licences = SubPageBlueprint.make({
  name: 'licences',
  params: {
    path: subPaths.licences,
    title: 'Licences',
    loader: async () => {
      const { LicencesPage } = await import('./components/Licences');
      return <LicencesPage />;
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
    title: 'How it is scored',
    loader: async () => {
      const { FormulaPage } = await import('./components/Formula');
      return <FormulaPage />;
    },
  },
});

const securityContent = EntityContentBlueprint.make({
  name: 'security',
  params: {
    path: securityTabPath,
    title: 'Security',
    group: 'operation',
    filter: { kind: { $in: ['component', 'group', 'system', 'domain'] } },
    loader: async () => {
      const { EntitySecurity } = await import('./components/EntitySecurity');
      return <EntitySecurity />;
    },
  },
});

const scoreCard = EntityCardBlueprint.make({
  name: 'score',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityScoreCard } = await import('./components/EntitySecurity');
      return <EntityScoreCard />;
    },
  },
});

/**
 * Security in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'security-score',
  title: 'Security',
  routes: { root: securityRouteRef },
  extensions: [
    securityScoreApi,
    securityPage,
    overview,
    findings,
    exceptions,
    affected,
    licences,
    reports,
    formula,
    securityContent,
    scoreCard,
    ...boardWidgets,
  ],
});
