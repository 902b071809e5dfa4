import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { EnvironmentPattern } from './EnvironmentMapping';

/** The settings of reports, but for those of their senders. */
export type ReportsConfig = {
  /** Milliseconds between two looks at the catalog. */
  catalogFrequency: number;
  patterns: EnvironmentPattern[];
};

export function readReportsConfig(config: RootConfigService): ReportsConfig {
  const key = 'dora.catalogFrequency';
  return {
    catalogFrequency: durationToMilliseconds(
      config.has(key)
        ? readDurationFromConfig(config, { key })
        : { minutes: 1 },
    ),
    patterns: (config.getOptionalConfigArray('dora.environments') ?? []).map(
      item => ({
        match: item.getString('match'),
        environment: item.getString('environment'),
      }),
    ),
  };
}
