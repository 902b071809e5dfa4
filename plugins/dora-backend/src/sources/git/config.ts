import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { GitCredential } from '@portal/git';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The settings below `dora.git`, read and completed.
 *
 * @internal
 */
export type GitSourceConfig = {
  /** Absolute folders below which repositories may be read in place. */
  allowedPaths: string[];
  /** What relative paths in annotations and config are relative to. */
  baseDirectory: string;
  /** Host names, in lower case, each with its port where that is not the protocol's own. */
  allowedHosts: string[];
  credentials: GitCredential[];
  /** File with the certificates of the authorities that https hosts are checked against; git's own by default. */
  caFile?: string;
  /** Where clones are kept. */
  workDirectory: string;
  frequencyMs: number;
  initialDelayMs: number;
  timeoutMs: number;
  maxCommits?: number;
  concurrency: number;
};

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?$/;

/**
 * Reads `dora.git`.
 *
 * @internal
 */
export function readGitSourceConfig(options: {
  config: RootConfigService;
  logger: LoggerService;
}): GitSourceConfig {
  const { config, logger } = options;
  const git = config.getOptionalConfig('dora.git');
  const baseDirectory = resolve(
    git?.getOptionalString('baseDirectory') ?? process.cwd(),
  );
  const paths = git?.getOptionalStringArray('allowedPaths') ?? [];
  const hosts = git?.getOptionalStringArray('allowedHosts') ?? [];
  if (paths.length === 0 && hosts.length === 0) {
    logger.info(
      'No repository may be read yet: name folders in dora.git.allowedPaths or hosts in dora.git.allowedHosts',
    );
  }
  const caFile = git?.getOptionalString('caFile');
  return {
    allowedPaths: paths.map(path => resolve(baseDirectory, path)),
    baseDirectory,
    allowedHosts: hosts.map(host => checkHost(host, 'dora.git.allowedHosts')),
    credentials: (git?.getOptionalConfigArray('credentials') ?? []).map(
      readCredential,
    ),
    caFile: caFile === undefined ? undefined : resolve(baseDirectory, caFile),
    workDirectory: resolve(
      baseDirectory,
      git?.getOptionalString('workDirectory') ??
        join(tmpdir(), 'portal-dora-git'),
    ),
    frequencyMs: readDuration(git, 'frequency', { minutes: 10 }),
    initialDelayMs: readDuration(git, 'initialDelay', { seconds: 5 }),
    timeoutMs: readDuration(git, 'timeout', { minutes: 10 }),
    maxCommits: readCount(git, 'maxCommits'),
    concurrency: readCount(git, 'concurrency') ?? 2,
  };
}

function readCredential(config: Config): GitCredential {
  return {
    host: checkHost(config.getString('host'), 'dora.git.credentials[].host'),
    username: config.getOptionalString('username') ?? 'git',
    token: config.getString('token'),
  };
}

function checkHost(value: string, key: string): string {
  const host = value.toLowerCase();
  if (!HOST.test(host)) {
    throw new InputError(
      `${key} in the configuration has "${value}", which is no host name; write a host without protocol and path, such as git.example.com or git.example.com:8443`,
    );
  }
  return host;
}

function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config?.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

function readCount(config: Config | undefined, key: string) {
  const value = config?.getOptionalNumber(key);
  if (value !== undefined && (!Number.isInteger(value) || value < 1)) {
    throw new InputError(
      `dora.git.${key} in the configuration is ${value}; write a whole number of 1 or more`,
    );
  }
  return value;
}
