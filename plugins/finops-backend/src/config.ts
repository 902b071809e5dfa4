import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Patience } from '@portal/bulk-import';

const usualMaxBytes = 16 * 1024 ** 3;

/** The settings of the plugin, but for those of its rooms. */
export type FinopsConfig = {
  /** Whether what a demo generator made up is taken and shown. */
  demo: boolean;
  /** ISO 4217. */
  currency: string;
  maxBytes: number;
  patience: Patience;
  waitLimit: number;
  /** How many billing months are kept; undefined: all. */
  retentionMonths?: number;
};

export function readFinopsConfig(config: RootConfigService): FinopsConfig {
  function duration(key: string, fallback: HumanDuration): number {
    return durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
    );
  }
  return {
    demo: config.getOptionalBoolean('portal.demo') ?? false,
    currency: readCurrency(config),
    maxBytes: wholeNumber(config, 'finops.import.maxBytes') ?? usualMaxBytes,
    patience: {
      idleTimeout: duration('finops.import.idleTimeout', { seconds: 60 }),
    },
    waitLimit: duration('finops.import.waitTimeout', { minutes: 2 }),
    retentionMonths: wholeNumber(config, 'finops.retentionMonths'),
  };
}

function readCurrency(config: RootConfigService): string {
  const currency = config.getOptionalString('finops.currency') ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `finops.currency: found "${currency}", expected a code of ISO 4217 such as EUR`,
    );
  }
  return currency;
}

function wholeNumber(
  config: RootConfigService,
  key: string,
): number | undefined {
  const value = config.getOptionalNumber(key);
  if (value !== undefined && (!Number.isSafeInteger(value) || value < 1)) {
    throw new InputError(
      `${key}: found ${value}, expected a whole number from 1`,
    );
  }
  return value;
}
