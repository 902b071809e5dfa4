import path from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { PriceList } from '@portal/plugin-scaffolder-portal-common';
import type { PreviewLimits } from './preview/PreviewLimits';
import { readPrices } from './readPrices';

/** Actions that write into the workspace, or do nothing at all in a dry run. */
export const usualPreviewActions = [
  'fetch:template',
  'fetch:template:file',
  'fetch:plain',
  'fetch:plain:file',
  'fs:delete',
  'fs:rename',
  'fs:read',
  'catalog:write',
  'portal:fetch:part',
  'portal:catalog:describe',
  'portal:approval:require',
  'portal:change:open',
];

/** The settings of the plugin. */
export type ScaffolderPortalConfig = {
  /** Of the portal's pages, without a slash at its end. */
  appUrl: string;
  /** Absolute. Certificates of who vouches for Git hosts of one's own. */
  caFile?: string;
  prices?: PriceList;
  /** Absolute. */
  templatesRoot?: string;
  approvals: {
    /** In milliseconds. */
    lifetime: number;
  };
  preview: PreviewLimits;
  runs: {
    frequency: HumanDuration;
    initialDelay: HumanDuration;
    publishFrequency: HumanDuration;
  };
};

export function readScaffolderPortalConfig(
  config: RootConfigService,
): ScaffolderPortalConfig {
  function duration(name: string, fallback: HumanDuration): HumanDuration {
    const key = `scaffolderPortal.${name}`;
    return config.has(key) ? readDurationFromConfig(config, { key }) : fallback;
  }
  const templatesRoot = config.getOptionalString(
    'scaffolderPortal.templatesRoot',
  );
  const caFile = config.getOptionalString('scaffolderPortal.upgrades.caFile');
  const concurrent =
    config.getOptionalNumber('scaffolderPortal.preview.concurrent') ?? 4;
  if (!Number.isSafeInteger(concurrent) || concurrent < 1) {
    throw new InputError(
      `scaffolderPortal.preview.concurrent: found ${concurrent}, expected a whole number from 1`,
    );
  }
  const lifetime = durationToMilliseconds(
    duration('approvals.expireAfter', { days: 14 }),
  );
  if (!(lifetime > 0)) {
    throw new InputError(
      'scaffolderPortal.approvals.expireAfter: found no time at all, expected a duration such as 14 days',
    );
  }
  const appUrl =
    config.getOptionalString('app.baseUrl') ??
    config.getString('backend.baseUrl');
  return {
    appUrl: appUrl.replace(/\/+$/, ''),
    approvals: { lifetime },
    ...(caFile !== undefined && { caFile: path.resolve(caFile) }),
    prices: readPrices(config),
    templatesRoot:
      templatesRoot === undefined ? undefined : path.resolve(templatesRoot),
    preview: {
      actions:
        config.getOptionalStringArray('scaffolderPortal.preview.actions') ??
        usualPreviewActions,
      timeout: durationToMilliseconds(
        duration('preview.timeout', { seconds: 30 }),
      ),
      concurrent,
    },
    runs: {
      frequency: duration('runs.frequency', { seconds: 30 }),
      initialDelay: duration('runs.initialDelay', { seconds: 20 }),
      publishFrequency: duration('runs.publishFrequency', { hours: 1 }),
    },
  };
}
