import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** The settings of the plugin, but for those of its sources. */
export type DoraConfig = {
  /** Whether facts of a demo generator are taken and shown. */
  demo: boolean;
  /** Milliseconds after which the last read of a repository is too old. */
  staleAfter: number;
  /** Milliseconds of silence after which an import is given up. */
  idleTimeout: number;
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
    idleTimeout: duration('dora.import.idleTimeout', { seconds: 60 }),
  };
}
