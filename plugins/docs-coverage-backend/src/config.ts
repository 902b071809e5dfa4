import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { LinkLimits } from './links/LinkLimits';
import type { CountingRule } from './scan/CountingRule';

/** The settings of the plugin. */
export type DocsCoverageConfig = {
  goal: number;
  rules: CountingRule[];
  limits: LinkLimits;
  schedule: {
    frequency: HumanDuration;
    initialDelay: HumanDuration;
    timeout: HumanDuration;
  };
  /** How many days documentation may be behind the last production deployment. */
  staleAfterDays: number;
  usage: {
    /** Whether reads and searches are counted. */
    enabled: boolean;
    /** How many days of counts are kept, today included. */
    retentionDays: number;
  };
};

const usualRules: CountingRule[] = [
  { kind: 'Component', lifecycles: ['production', 'experimental'] },
  { kind: 'System' },
  { kind: 'API' },
];

export function readDocsCoverageConfig(
  config: RootConfigService,
): DocsCoverageConfig {
  function duration(name: string, fallback: HumanDuration): HumanDuration {
    const key = `docsCoverage.${name}`;
    return config.has(key) ? readDurationFromConfig(config, { key }) : fallback;
  }
  function limit(name: string, fallback: number): number {
    const key = `docsCoverage.links.${name}`;
    const value = config.getOptionalNumber(key) ?? fallback;
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new InputError(
        `${key}: found ${value}, expected a whole number from 1`,
      );
    }
    return value;
  }
  return {
    goal: readGoal(config),
    rules:
      config.getOptionalConfigArray('docsCoverage.count')?.map(rule => ({
        kind: rule.getString('kind'),
        types: rule.getOptionalStringArray('types'),
        lifecycles: rule.getOptionalStringArray('lifecycles'),
      })) ?? usualRules,
    limits: {
      maxPages: limit('maxPages', 1000),
      maxPageBytes: limit('maxPageBytes', 1_048_576),
      maxBrokenLinks: limit('maxBrokenLinks', 500),
    },
    schedule: {
      frequency: duration('frequency', { hours: 1 }),
      initialDelay: duration('initialDelay', { minutes: 1 }),
      timeout: duration('timeout', { minutes: 30 }),
    },
    staleAfterDays: readDays(
      'freshness.staleAfter',
      duration('freshness.staleAfter', { days: 90 }),
    ),
    usage: {
      enabled: config.getOptionalBoolean('docsCoverage.usage.enabled') ?? true,
      retentionDays: readDays(
        'usage.retention',
        duration('usage.retention', { days: 90 }),
      ),
    },
  };
}

function readDays(name: string, duration: HumanDuration): number {
  const days = Math.floor(
    durationToMilliseconds(duration) / (24 * 60 * 60 * 1000),
  );
  if (days < 1) {
    throw new InputError(
      `docsCoverage.${name}: it is of whole days, expected at least { days: 1 }`,
    );
  }
  return days;
}

function readGoal(config: RootConfigService): number {
  const goal = config.getOptionalNumber('docsCoverage.goal') ?? 0.9;
  if (!(goal >= 0 && goal <= 1)) {
    throw new InputError(
      `docsCoverage.goal: found ${goal}, expected a share from 0 to 1, such as 0.9`,
    );
  }
  return goal;
}
