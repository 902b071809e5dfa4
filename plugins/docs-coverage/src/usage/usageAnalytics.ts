import { configApiRef } from '@backstage/frontend-plugin-api';
import { AnalyticsImplementationBlueprint } from '@backstage/plugin-app-react';
import { docsCoverageApiRef } from '../api';
import { UsageForwarder } from './UsageForwarder';

/** Listens to the portal's analytics, unless `docsCoverage.usage.enabled` is false. */
export const usageAnalytics = AnalyticsImplementationBlueprint.make({
  name: 'usage',
  params: defineParams =>
    defineParams({
      deps: { api: docsCoverageApiRef, config: configApiRef },
      factory: ({ api, config }) =>
        config.getOptionalBoolean('docsCoverage.usage.enabled') ?? true
          ? UsageForwarder.create({ api })
          : { captureEvent: () => {} },
    }),
});
