import type { BackendFeature } from '@backstage/backend-plugin-api';
import { repositoriesUrlReaderFactory } from '@portal/plugin-repositories-node';
import { provideWidgetDefinitions } from '@portal/plugin-widgets-node';
import { widgetDefinitions } from '@portal/widgets';

/** What is added to the backend: a feature, or a module that has one as its default export. */
export type EngineFeature =
  | BackendFeature
  | Promise<{ default: BackendFeature }>;

/**
 * The plugins that templates run in: the same ones as in packages/backend/src/index.ts, without those that no template
 * reaches.
 */
export function engineFeatures(): EngineFeature[] {
  return [
    import('@backstage/plugin-auth-backend'),
    import('@backstage/plugin-auth-backend-module-guest-provider'),

    import('@backstage/plugin-catalog-backend'),
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
    import('@portal/plugin-catalog-backend-module-portal-model'),
    // The boards of the demo organisation are entities too.
    provideWidgetDefinitions(widgetDefinitions),
    import('@portal/plugin-catalog-backend-module-dashboards'),
    import('@portal/plugin-catalog-backend-module-demo-organisation'),

    import('@backstage/plugin-events-backend'),
    import('@backstage/plugin-scaffolder-backend'),
    repositoriesUrlReaderFactory,
    import('@portal/plugin-repositories-backend'),
    import('@portal/plugin-scaffolder-backend-module-portal'),
  ];
}
