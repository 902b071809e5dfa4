import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

const day = 86_400_000;

/** The settings of the plugin. */
export type MetricsConfig = {
  /** Milliseconds after the end of the last reported day from which on a value is stale, by metric. */
  staleAfter: { standard: number; byMetric: Map<string, number> };
  retentionDays: number;
};

export function readMetricsConfig(config: RootConfigService): MetricsConfig {
  const overrides = config.getOptionalConfigArray('metrics.overrides') ?? [];
  const byMetric = overrides.map(override => {
    const staleAfter = readDurationFromConfig(override, { key: 'staleAfter' });
    return [
      override.getString('metric'),
      durationToMilliseconds(staleAfter),
    ] as const;
  });
  return {
    staleAfter: {
      standard: readDuration(config, 'metrics.staleAfter', { days: 2 }),
      byMetric: new Map(byMetric),
    },
    retentionDays: readRetentionDays(config),
  };
}

function readRetentionDays(config: RootConfigService): number {
  const key = 'metrics.retention';
  const days = Math.ceil(readDuration(config, key, { days: 1100 }) / day);
  if (days < 366) {
    throw new InputError(
      `${key}: found ${days} days, expected 366 or more; windows of a year need them`,
    );
  }
  return days;
}

function readDuration(
  config: RootConfigService,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}
