import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const sourceTypes = ['files', 'prices', 'opencost'] as const;
type SourceType = (typeof sourceTypes)[number];

/** @internal */
export type SourceConfig = {
  name: string;
  type: SourceType;
  /** A URL or a path, in which `{period}` stands for a month and `*` in the last part for any characters. */
  target: string;
  /** How `{period}` is written: `YYYY-MM` unless told. */
  periodFormat: string;
  /** How many months are looked for, this one and those before it. */
  periods: number;
  currency?: string;
  /** Of an account of Azure; else the portal's integrations open buckets. */
  connectionString?: string;
  /** Of a bucket whose URL does not tell it. */
  region?: string;
  /** What OpenCost puts together: fields, and labels as `label:team`. */
  aggregate: string[];
  /** For an API that asks for one. */
  token?: string;
  /** Whether a past day may have become much cheaper since it was read. */
  acceptLess: boolean;
  /** How long an answer may take, in milliseconds. */
  requestTimeout: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

const usualSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 6 },
  timeout: { hours: 2 },
  initialDelay: { minutes: 1 },
};

const usualAggregate = ['cluster', 'namespace', 'controller'];
const usualRequestTimeout = { minutes: 2 };

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
    const typeName = config.getString('type');
    const type = sourceTypes.find(known => known === typeName);
    if (!type) {
      throw new InputError(
        `finops.sources: ${name} is of the type "${typeName}", and ${sourceTypes.join(
          ', ',
        )} are known`,
      );
    }
    const periods = config.getOptionalNumber('periods') ?? 2;
    if (!Number.isInteger(periods) || periods < 1 || periods > 120) {
      throw new InputError(
        `finops.sources: ${name} has ${periods} periods, expected a whole number of months from 1 to 120`,
      );
    }
    return {
      name,
      type,
      target: config.getString('target'),
      periodFormat: config.getOptionalString('periodFormat') ?? 'YYYY-MM',
      periods,
      currency: config.getOptionalString('currency'),
      connectionString: config.getOptionalString('connectionString'),
      region: config.getOptionalString('region'),
      aggregate: config.getOptionalStringArray('aggregate') ?? usualAggregate,
      token: config.getOptionalString('token'),
      acceptLess: config.getOptionalBoolean('acceptLess') ?? false,
      requestTimeout: durationToMilliseconds(
        config.has('requestTimeout')
          ? readDurationFromConfig(config, { key: 'requestTimeout' })
          : usualRequestTimeout,
      ),
      schedule: config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : usualSchedule,
    };
  });
}
