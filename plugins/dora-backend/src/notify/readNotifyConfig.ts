import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { IANAZone } from 'luxon';
import { weekdays, type DigestSettings } from './DigestSettings';

/** Of what people are told. */
export type NotifyConfig = {
  /** Absent where nobody is told of tiers. */
  tierChanges?: { holdDays: number };
  /** Absent where there are no digests. */
  digest?: DigestSettings;
};

const key = 'dora.notifications';

export function readNotifyConfig(config: RootConfigService): NotifyConfig {
  const tellsTiers =
    config.getOptionalBoolean(`${key}.tierChanges.enabled`) ?? true;
  const sendsDigests =
    config.getOptionalBoolean(`${key}.digest.enabled`) ??
    // A demo shows what there is; a company asks its teams first.
    config.getOptionalBoolean('portal.demo') ??
    false;
  return {
    tierChanges: tellsTiers
      ? {
          holdDays: readWhole(config, 'tierChanges.holdDays', {
            usual: 3,
            most: 90,
          }),
        }
      : undefined,
    digest: sendsDigests
      ? {
          weekday: readWeekday(config),
          hour: readWhole(config, 'digest.hour', { usual: 8, most: 23 }),
          timeZone: readTimeZone(config),
        }
      : undefined,
  };
}

function readWhole(
  config: RootConfigService,
  name: string,
  limits: { usual: number; most: number },
): number {
  const value = config.getOptionalNumber(`${key}.${name}`) ?? limits.usual;
  if (!Number.isInteger(value) || value < 0 || value > limits.most) {
    throw new InputError(
      `${key}.${name}: found ${value}, expected a whole number from 0 to ${limits.most}`,
    );
  }
  return value;
}

function readWeekday(config: RootConfigService): number {
  const name = `${key}.digest.weekday`;
  const found = config.getOptionalString(name) ?? weekdays[0];
  const index = weekdays.findIndex(
    day => day === found.toLocaleLowerCase('en-US'),
  );
  if (index < 0) {
    throw new InputError(
      `${name}: found "${found}", expected one of ${weekdays.join(', ')}`,
    );
  }
  return index + 1;
}

function readTimeZone(config: RootConfigService): string {
  const name = `${key}.digest.timeZone`;
  const zone =
    config.getOptionalString(name) ??
    config.getOptionalString('portal.timeZone') ??
    'Europe/Berlin';
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError(
      `${name}: found "${zone}", expected the name of a time zone such as Europe/Berlin`,
    );
  }
  return zone;
}
