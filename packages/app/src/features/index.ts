import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import userSettingsModule from '@backstage/plugin-app-module-user-settings';
import appVisualizerPlugin from '@backstage/plugin-app-visualizer';
import authPlugin from '@backstage/plugin-auth';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import catalogImportPlugin from '@backstage/plugin-catalog-import/alpha';
import catalogUnprocessedEntitiesPlugin from '@backstage/plugin-catalog-unprocessed-entities/alpha';
import devToolsPlugin from '@backstage/plugin-devtools/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import activityPlugin from '@portal/plugin-activity';
import signInModule from '@portal/plugin-app-module-portal-sign-in';
import portalEntitiesModule from '@portal/plugin-catalog-module-portal-entities';
import dashboardsPlugin from '@portal/plugin-dashboards';
import docsCoveragePlugin from '@portal/plugin-docs-coverage';
import doraPlugin from '@portal/plugin-dora';
import finopsPlugin from '@portal/plugin-finops';
import metricsPlugin from '@portal/plugin-metrics';
import repositoriesPlugin from '@portal/plugin-repositories';
import scaffolderPortalPlugin, {
  templateCardModule,
} from '@portal/plugin-scaffolder-portal';
import executivePlugin from '@portal/plugin-executive';
import securityScorePlugin from '@portal/plugin-security-score';
import serviceHealthPlugin from '@portal/plugin-service-health';
import webhooksPlugin from '@portal/plugin-webhooks';
import widgetsPlugin from '@portal/plugin-widgets';
import { themeModule } from '@portal/theme';
import { docsModule } from '../modules/docs';
import { homeModule } from '../modules/home';
import { layoutModule } from '../modules/layout';
import { navModule } from '../modules/nav';
import { catalogPlugin } from './catalogPlugin';
import { homePlugin } from './homePlugin';
import { scaffolderPlugin } from './scaffolderPlugin';
import { searchPlugin } from './searchPlugin';

/** Everything the portal's frontend is made of. A capability is removed by removing its line and its dependency. */
export const features = [
  themeModule,
  layoutModule,
  navModule,
  signInModule,
  homePlugin,
  homeModule,
  catalogPlugin,
  portalEntitiesModule,
  orgPlugin,
  apiDocsPlugin,
  catalogGraphPlugin,
  catalogImportPlugin,
  catalogUnprocessedEntitiesPlugin,
  techdocsPlugin,
  docsModule,
  searchPlugin,
  scaffolderPlugin,
  kubernetesPlugin,
  notificationsPlugin,
  signalsPlugin,
  activityPlugin,
  dashboardsPlugin,
  docsCoveragePlugin,
  doraPlugin,
  finopsPlugin,
  metricsPlugin,
  repositoriesPlugin,
  scaffolderPortalPlugin,
  securityScorePlugin,
  executivePlugin,
  templateCardModule,
  serviceHealthPlugin,
  webhooksPlugin,
  widgetsPlugin,
  devToolsPlugin,
  appVisualizerPlugin,
  authPlugin,
  userSettingsPlugin,
  userSettingsModule,
];
