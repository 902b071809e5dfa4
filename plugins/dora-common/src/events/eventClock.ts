import { InputError } from '@backstage/errors';
import { parseInstant } from '../parsing';

const day = 86_400_000;
const earliest = Date.UTC(2000, 0, 1);

/**
 * Refuses an instant that no delivery can have: before the year 2000, or more than a day in the future.
 *
 * @param options - `at` and `now` in epoch milliseconds; `field` is named in the error.
 * @throws InputError naming the field.
 * @public
 */
export function checkEventClock(options: {
  field: string;
  at: number;
  now: number;
}): void {
  const { field, at, now } = options;
  if (!Number.isFinite(at)) {
    throw new InputError(`${field} is no instant. Send date, time and zone.`);
  }
  if (at < earliest) {
    throw new InputError(
      `${field} is ${isoOf(
        at,
      )}, before the year 2000. Check the clock of the sender, and whether it sends seconds for milliseconds.`,
    );
  }
  if (at > now + day) {
    throw new InputError(
      `${field} is ${isoOf(
        at,
      )}, more than a day in the future. Check the clock of the sender.`,
    );
  }
}

/**
 * Reads an ISO 8601 instant of an event and checks it as {@link checkEventClock} does.
 *
 * @returns Epoch milliseconds.
 * @throws InputError naming the field.
 * @public
 */
export function readEventInstant(options: {
  field: string;
  text: string;
  now: number;
}): number {
  const { field, text, now } = options;
  const at = parseInstant(text);
  if (at === undefined) {
    throw new InputError(
      `${field} is '${text}', which is no ISO 8601 instant. Send it as 2026-01-31T09:30:00Z.`,
    );
  }
  checkEventClock({ field, at, now });
  return at;
}

/**
 * Checks every instant of an event: each field whose name ends in `At`.
 *
 * @throws InputError naming the first field that is wrong.
 * @public
 */
export function checkEventInstants(event: object, now: number): void {
  for (const [field, at] of Object.entries(event)) {
    if (field.endsWith('At') && at !== undefined) {
      checkEventClock({ field, at: Number(at), now });
    }
  }
}

function isoOf(at: number): string {
  // Beyond what a date can hold.
  return Math.abs(at) > 8.64e15 ? `${at} ms` : new Date(at).toISOString();
}
