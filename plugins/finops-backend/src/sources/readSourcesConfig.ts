import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @internal */
export type SourceConfig = {
  name: string;
  type: 'files' | 'prices';
  /** A URL or a path, in which `{period}` stands for a month and `*` in the last part for any characters. */
  target: string;
  /** How `{period}` is written: `YYYY-MM` unless told. */
  periodFormat: string;
  /** How many months are looked for, this one and those before it. */
  periods: number;
  currency?: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

const usualSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 6 },
  timeout: { hours: 2 },
  initialDelay: { minutes: 1 },
};

/**
 * Reads `finops.sources`.
 *
 * @throws InputError for what makes no sense.
 * @internal
 */
export function readSourcesConfig(root: Config): SourceConfig[] {
  const sources = root.getOptionalConfigArray('finops.sources') ?? [];
  const names = new Set<string>();
  return sources.map(config => {
    const name = config.getString('name');
    if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(name) || names.has(name)) {
      throw new InputError(
        `finops.sources: "${name}" is no name, or another source has it: use small letters, digits and dashes`,
      );
    }
    names.add(name);
    const type = config.getString('type');
    if (type !== 'files' && type !== 'prices') {
      throw new InputError(
        `finops.sources: ${name} is of the type "${type}", and "files" and "prices" are known`,
      );
    }
    return {
      name,
      type,
      target: config.getString('target'),
      periodFormat: config.getOptionalString('periodFormat') ?? 'YYYY-MM',
      periods: config.getOptionalNumber('periods') ?? 2,
      currency: config.getOptionalString('currency'),
      schedule: config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : usualSchedule,
    };
  });
}
