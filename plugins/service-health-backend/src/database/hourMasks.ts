import type { HealthState } from '@portal/plugin-service-health-common';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What a result says about the minutes of one hour, one bit a minute. */
export type HourMasks = {
  /** Milliseconds since the epoch. */
  hour: number;
  up: bigint;
  degraded: bigint;
  down: bigint;
  maintenance: bigint;
  checked: bigint;
};

/** A stretch of whole minutes. */
export type MinuteSpan = {
  /** The first minute. */
  minute: Date;
  minutes: number;
};

/** Whether a minute, in milliseconds since the epoch, is under maintenance. */
export type IsMaintenance = (minute: number) => boolean;

/** Cuts an instant to its minute. */
export function minuteOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}

/** The bits that a result sets, hour by hour. `unknown` sets none. */
export function hourMasks(
  span: MinuteSpan & { state: HealthState },
  isMaintenance: IsMaintenance,
): HourMasks[] {
  const hours = new Map<number, HourMasks>();
  if (span.state === 'unknown') {
    return [];
  }
  const start = span.minute.getTime();
  for (let index = 0; index < span.minutes; index++) {
    const minute = start + index * minuteMs;
    const hour = Math.floor(minute / hourMs) * hourMs;
    const masks = hours.get(hour) ?? {
      hour,
      up: 0n,
      degraded: 0n,
      down: 0n,
      maintenance: 0n,
      checked: 0n,
    };
    const bit = 1n << BigInt((minute - hour) / minuteMs);
    masks[span.state] |= bit;
    masks.checked |= index === 0 ? bit : 0n;
    masks.maintenance |= isMaintenance(minute) ? bit : 0n;
    hours.set(hour, masks);
  }
  return [...hours.values()];
}
