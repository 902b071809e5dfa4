import { InputError } from '@backstage/errors';
import { parseInstant } from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';

const day = 86_400_000;
const defaultLength = 90 * day;
const maxLength = 3653 * day;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the parameters `from` and `to`; the last 90 days where none is given.
 */
export function parsePeriod(options: {
  from?: string;
  to?: string;
  now: number;
}): Span {
  const to = readInstant('to', options.to) ?? options.now;
  const from = readInstant('from', options.from) ?? to - defaultLength;
  if (from >= to) {
    throw new InputError(
      `from: ${describe(from)} is not before to, ${describe(
        to,
      )}; a period begins before it ends`,
    );
  }
  if (to - from > maxLength) {
    throw new InputError(
      `from: ${describe(from)} is more than 10 years before to, ${describe(
        to,
      )}; ask for a shorter period`,
    );
  }
  return { from, to };
}

function readInstant(
  parameter: string,
  value: string | undefined,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const instant = parseInstant(
    dateOnly.test(value) ? `${value}T00:00:00Z` : value,
  );
  if (instant === undefined) {
    throw new InputError(
      `${parameter}: found "${value.slice(
        0,
        60,
      )}", expected an ISO 8601 date or a date and time with a zone, such as 2025-01-31T00:00:00Z`,
    );
  }
  return instant;
}

function describe(instant: number): string {
  return new Date(instant).toISOString();
}
