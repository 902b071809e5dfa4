import { createBackend } from '@backstage/backend-defaults';
import { precompressedAssetsRootHttpRouter } from '@portal/backend-precompressed-assets';
import { repositoriesUrlReaderFactory } from '@portal/plugin-repositories-node';
import { provideWidgetDefinitions } from '@portal/plugin-widgets-node';
import { widgetDefinitions } from '@portal/widgets';

const backend = createBackend();

backend.add(precompressedAssetsRootHttpRouter);
backend.add(repositoriesUrlReaderFactory);
backend.add(provideWidgetDefinitions(widgetDefinitions));
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-auth-backend-module-microsoft-provider'));
backend.add(import('@portal/plugin-auth-backend-module-portal-sign-in'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@portal/plugin-permission-backend-module-portal-policy'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));
backend.add(import('@portal/plugin-catalog-backend-module-portal-model'));
backend.add(import('@portal/plugin-catalog-backend-module-dashboards'));
backend.add(import('@portal/plugin-catalog-backend-module-demo-organisation'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-azure'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@portal/plugin-scaffolder-backend-module-portal'));
backend.add(import('@portal/plugin-repositories-backend'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@portal/plugin-techdocs-backend-module-directory-copy'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(import('@portal/plugin-search-backend-module-dora'));

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-devtools-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@portal/plugin-webhooks-backend'));
backend.add(import('@portal/plugin-activity-backend'));
backend.add(import('@portal/plugin-org-history-backend'));
backend.add(import('@portal/plugin-metrics-backend'));
backend.add(import('@portal/plugin-docs-coverage-backend'));
backend.add(import('@portal/plugin-dora-backend'));
backend.add(import('@portal/plugin-finops-backend'));
backend.add(import('@portal/plugin-security-score-backend'));
backend.add(import('@portal/plugin-executive-backend'));
backend.add(import('@portal/plugin-dashboards-backend'));
backend.add(import('@portal/plugin-scaffolder-portal-backend'));

backend.add(import('@portal/plugin-service-health-backend'));
backend.start();
