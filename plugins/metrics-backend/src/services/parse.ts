import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { dayName, dayNumber } from '@portal/plugin-metrics-common';

/** 2000-01-01. Earlier days are mistakes. */
const firstDay = 10_957;

/** The number of a day. Fails with InputError for what is none. */
export function parseDay(field: string, value: string): number {
  const day = dayNumber(value);
  if (day === undefined || day < firstDay) {
    throw new InputError(
      `${field}: found "${value.slice(
        0,
        40,
      )}", expected a day from 2000-01-01 on, such as 2026-01-31`,
    );
  }
  return day;
}

/** Days `[from, to)`. Fails with InputError if there are none, or more than ten years. */
export function parseDays(request: { from: string; to: string }): {
  from: number;
  to: number;
} {
  const from = parseDay('from', request.from);
  const to = parseDay('to', request.to);
  if (from >= to) {
    throw new InputError(
      `from: ${request.from} is not before to, ${request.to}; a period begins before it ends`,
    );
  }
  if (to - from > 3653) {
    throw new InputError(
      `from: ${request.from} is more than 10 years before to, ${dayName(
        to,
      )}; ask for a shorter period`,
    );
  }
  return { from, to };
}

/** The complete reference, in lower case. Fails with InputError for what is none. */
export function parseRef(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `${field}: found "${ref.slice(
        0,
        100,
      )}", expected an entity reference such as component:default/shop`,
    );
  }
}
