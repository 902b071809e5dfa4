import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import type { PollLimits } from './polling/CatalogPoller';

/** The settings of the plugin. */
export type OrgHistoryConfig = {
  frequency: HumanDuration;
  initialDelay: HumanDuration;
  timeout: HumanDuration;
  limits: PollLimits;
};

export function readOrgHistoryConfig(
  config: RootConfigService,
): OrgHistoryConfig {
  function duration(name: string, fallback: HumanDuration): HumanDuration {
    const key = `orgHistory.${name}`;
    return config.has(key) ? readDurationFromConfig(config, { key }) : fallback;
  }
  return {
    frequency: duration('frequency', { minutes: 1 }),
    initialDelay: duration('initialDelay', { seconds: 5 }),
    timeout: duration('timeout', { minutes: 5 }),
    limits: {
      maxDrop: readMaxDrop(config),
      dropConfirmations: readConfirmations(config),
      waitUntilSettled:
        config.getOptionalBoolean('orgHistory.waitUntilSettled') ?? true,
    },
  };
}

function readMaxDrop(config: RootConfigService): number {
  const value = config.getOptionalNumber('orgHistory.maxDrop') ?? 0.5;
  if (!(value >= 0 && value <= 1)) {
    throw new InputError(
      `orgHistory.maxDrop: found ${value}, expected a share from 0 to 1, such as 0.5`,
    );
  }
  return value;
}

function readConfirmations(config: RootConfigService): number {
  const value = config.getOptionalNumber('orgHistory.dropConfirmations') ?? 5;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InputError(
      `orgHistory.dropConfirmations: found ${value}, expected a whole number of polls from 1`,
    );
  }
  return value;
}
