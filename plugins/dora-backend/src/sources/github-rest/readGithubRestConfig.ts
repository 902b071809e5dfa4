import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { SourceSettings } from '../SourceSettings';

const path = 'dora.sources.githubRest';

/**
 * The settings below `dora.sources.githubRest`, read and completed. Spans are milliseconds.
 *
 * @internal
 */
export type GithubRestConfig = {
  enabled: boolean;
  /** Between two reads of a repository. */
  frequency: number;
  /** How many repositories are read at a time. */
  concurrency: number;
  /** How far back the first read of a repository goes. */
  history: number;
  /** How many requests of GitHub's limit are left for others. */
  keepRemaining: number;
  /** How many things are asked for with one request. */
  pageSize: number;
  /** How long GitHub may take for one answer. */
  requestTimeout: number;
};

/** @throws InputError naming the key, also of settings that are not known. */
export function readGithubRestConfig(
  config: RootConfigService,
): GithubRestConfig {
  const found = config.getOptionalConfig(path);
  const settings =
    found &&
    SourceSettings.create({
      config: found,
      path,
      known: [
        'concurrency',
        'enabled',
        'frequency',
        'history',
        'keepRemaining',
        'pageSize',
        'requestTimeout',
      ],
    }).config;
  const duration = (key: string, fallback: HumanDuration) =>
    durationToMilliseconds(
      settings?.has(key) ? readDurationFromConfig(settings, { key }) : fallback,
    );
  const count = (
    key: string,
    fallback: number,
    { least = 1, most = Number.MAX_SAFE_INTEGER } = {},
  ) => {
    const value = settings?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < least || value > most) {
      const upTo = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : '';
      throw new InputError(
        `${path}.${key}: found ${value}, expected a whole number from ${least}${upTo}`,
      );
    }
    return value;
  };
  return {
    enabled: settings?.getOptionalBoolean('enabled') ?? false,
    frequency: duration('frequency', { minutes: 15 }),
    concurrency: count('concurrency', 2, { most: 20 }),
    history: duration('history', { days: 90 }),
    keepRemaining: count('keepRemaining', 1000, { least: 0 }),
    pageSize: count('pageSize', 50, { most: 100 }),
    requestTimeout: duration('requestTimeout', { seconds: 30 }),
  };
}
