import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** The settings of the plugin, with their defaults. Spans are milliseconds. */
export type ActivityConfig = {
  demo: boolean;
  retention: number;
  poll: {
    /** With host, such as `github.com/team/shop`. */
    repositories: { host: string; slug: string }[];
    frequency: number;
    keepRemaining: number;
    requestTimeout: number;
  };
};

const path = 'activity.github.poll';

/** Reads `activity`. What is wrong stops the start, and says where. */
export function readActivityConfig(config: RootConfigService): ActivityConfig {
  const duration = (key: string, fallback: HumanDuration, least: number) => {
    const value = durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
    );
    if (value < least) {
      throw new InputError(
        `${key}: found ${value / 1000} s, expected ${least / 1000} s or more`,
      );
    }
    return value;
  };
  const keepRemaining =
    config.getOptionalNumber(`${path}.keepRemaining`) ?? 1000;
  if (!Number.isInteger(keepRemaining) || keepRemaining < 0) {
    throw new InputError(
      `${path}.keepRemaining: found ${keepRemaining}, expected a whole number from 0`,
    );
  }
  const names = config.getOptionalStringArray(`${path}.repositories`) ?? [];
  return {
    demo: config.getOptionalBoolean('portal.demo') ?? false,
    retention: duration('activity.retention', { days: 30 }, 3_600_000),
    poll: {
      repositories: names.map(readRepository),
      frequency: duration(`${path}.frequency`, { minutes: 2 }, 10_000),
      keepRemaining,
      requestTimeout: duration(`${path}.requestTimeout`, { seconds: 30 }, 100),
    },
  };
}

function readRepository(
  name: string,
  index: number,
): { host: string; slug: string } {
  const match = /^(?:([\w.-]+(?::\d+)?)\/)?([\w-]{1,100}\/[\w.-]{1,100})$/.exec(
    name,
  );
  if (!match || /\/\.+$/.test(name)) {
    throw new InputError(
      `${path}.repositories[${index}]: found "${name}", expected such as github.com/team/shop or team/shop`,
    );
  }
  return { host: (match[1] ?? 'github.com').toLowerCase(), slug: match[2] };
}
