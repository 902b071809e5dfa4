import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { defaultAttributionHours } from '@portal/plugin-dora-common';
import type { BodyLimits } from '@portal/bulk-import';

const usualMaxBytes = 8 * 1024 ** 3;

/** The settings of the plugin, but for those of its sources. */
export type DoraConfig = {
  /** Whether facts of a demo generator are taken and shown. */
  demo: boolean;
  /** Milliseconds after which the last read of a repository is too old. */
  staleAfter: number;
  /** How many hours after a deployment an incident of its service is charged to it, where nothing else links them. */
  attributionHours: number;
  /** Milliseconds between two times that the metric store is told. */
  publishFrequency: number;
  /** How much of an import is read, and how long it may be silent. */
  limits: BodyLimits;
  /** Milliseconds after which an import that waits for its turn is turned away. */
  waitLimit: number;
};

export function readDoraConfig(config: RootConfigService): DoraConfig {
  function duration(key: string, fallback: HumanDuration): number {
    return durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
    );
  }
  return {
    demo: config.getOptionalBoolean('portal.demo') ?? false,
    staleAfter: duration('dora.staleAfter', { days: 2 }),
    attributionHours:
      duration('dora.attributionWindow', { hours: defaultAttributionHours }) /
      3_600_000,
    publishFrequency: duration('dora.publishFrequency', { minutes: 10 }),
    limits: {
      idleTimeout: duration('dora.import.idleTimeout', { seconds: 60 }),
      maxBytes: readMaxBytes(config),
      setting: 'dora.import.maxBytes',
    },
    waitLimit: duration('dora.import.waitTimeout', { minutes: 2 }),
  };
}

function readMaxBytes(config: RootConfigService): number {
  const maxBytes =
    config.getOptionalNumber('dora.import.maxBytes') ?? usualMaxBytes;
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) {
    throw new InputError(
      `dora.import.maxBytes: found ${maxBytes}, expected a whole number of bytes from 1`,
    );
  }
  return maxBytes;
}
