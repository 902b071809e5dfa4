import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const path = 'securityScore.github';

/** `securityScore.github`, read and completed. */
export type GithubAlertsConfig = {
  enabled: boolean;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How many requests of GitHub's limit are left for others. */
  keepRemaining: number;
};

/** @throws InputError naming the key. */
export function readGithubAlertsConfig(root: Config): GithubAlertsConfig {
  const config = root.getOptionalConfig(path);
  const schedule = config?.getOptionalConfig('schedule');
  const keepRemaining = config?.getOptionalNumber('keepRemaining') ?? 1000;
  if (!Number.isInteger(keepRemaining) || keepRemaining < 0) {
    throw new InputError(
      `${path}.keepRemaining: found ${keepRemaining}, expected a whole number from 0`,
    );
  }
  return {
    enabled: config?.getOptionalBoolean('enabled') ?? false,
    keepRemaining,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { hours: 1 },
          initialDelay: { seconds: 120 },
          timeout: { hours: 2 },
        },
  };
}
