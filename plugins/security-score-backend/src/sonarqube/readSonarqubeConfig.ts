import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const path = 'securityScore.sonarqube';

/** `securityScore.sonarqube`, read and completed. */
export type SonarqubeConfig = {
  baseUrl: string;
  token: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

/**
 * Undefined where there is none: nothing is asked of SonarQube then.
 *
 * @throws InputError naming the key.
 */
export function readSonarqubeConfig(root: Config): SonarqubeConfig | undefined {
  const config = root.getOptionalConfig(path);
  if (!config) {
    return undefined;
  }
  const baseUrl = config.getString('baseUrl').replace(/\/+$/, '');
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new InputError(
      `${path}.baseUrl: found "${baseUrl}", expected an address such as https://sonar.example.com`,
    );
  }
  const schedule = config.getOptionalConfig('schedule');
  return {
    baseUrl,
    token: config.getString('token'),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { hours: 1 },
          initialDelay: { seconds: 150 },
          timeout: { hours: 2 },
        },
  };
}
