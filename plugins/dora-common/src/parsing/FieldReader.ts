import { parseInstant } from './parseInstant';

/** Says what is wrong with a field; never leaves this folder. */
export class FieldError extends Error {}

const shaPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const abbreviatedShaPattern = /^[0-9a-f]{4,64}$/i;
// Control characters (Cc) would break terminals and pages, halves of surrogate pairs (Cs) are not text.
const unprintable = /[\p{Cc}\p{Cs}]/u;
const canonicalInstant = /^.{19}\.\d{3}Z$/;
const firstYear = Date.UTC(2000, 0, 1);
const clockTolerance = 10 * 60_000;
/*
 * Far above any merge that people make (Linux has one of 66 branches), and low enough that one line cannot bring
 * thousands of edges.
 */
const maxParents = 1000;
const encoder = new TextEncoder();

/**
 * Reads the fields of one record and fails with a sentence that names the field, what was found and what is expected.
 */
export class FieldReader {
  readonly #record: Record<string, unknown>;
  readonly #now: number;

  private constructor(record: Record<string, unknown>, now: number) {
    this.#record = record;
    this.#now = now;
  }

  static create(options: {
    record: Record<string, unknown>;
    now: number;
  }): FieldReader {
    return new FieldReader(options.record, options.now);
  }

  sha(field: string): string {
    const sha = this.optionalSha(field);
    return (
      sha ?? this.#fail(field, 'the 40 or 64 hexadecimal digits of a commit')
    );
  }

  optionalSha(field: string): string | undefined {
    const value = this.#value(field);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'string' || !shaPattern.test(value)) {
      return this.#fail(field, 'the 40 or 64 hexadecimal digits of a commit');
    }
    return value.toLowerCase();
  }

  optionalAbbreviatedSha(field: string): string | undefined {
    const value = this.#value(field);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'string' || !abbreviatedShaPattern.test(value)) {
      return this.#fail(field, '4 to 64 hexadecimal digits of a commit');
    }
    return value.toLowerCase();
  }

  parents(field: string): string[] {
    const value = this.#value(field);
    if (!Array.isArray(value)) {
      return this.#fail(field, 'a list of commits, empty for a first commit');
    }
    if (value.length > maxParents) {
      return this.#fail(field, `at most ${maxParents} commits`);
    }
    return value.map((parent: unknown) => {
      if (typeof parent !== 'string' || !shaPattern.test(parent)) {
        return this.#fail(field, 'a list of 40 or 64 hexadecimal digits each');
      }
      return parent.toLowerCase();
    });
  }

  text(field: string, maxBytes: number): string {
    const text = this.optionalText(field, maxBytes);
    return text ?? this.#fail(field, expectedText(maxBytes));
  }

  /** Measured in bytes of UTF-8, as the databases that index it do. */
  optionalText(field: string, maxBytes: number): string | undefined {
    const value = this.#value(field);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'string' || !hasBytes(value, maxBytes)) {
      return this.#fail(field, expectedText(maxBytes));
    }
    if (unprintable.test(value)) {
      return this.#fail(field, 'a text without control characters');
    }
    return value;
  }

  count(field: string, options: { min: number }): number {
    const count = this.optionalCount(field, options);
    return count ?? this.#fail(field, `a whole number from ${options.min}`);
  }

  optionalCount(field: string, options: { min: number }): number | undefined {
    const value = this.#value(field);
    if (value === undefined) {
      return undefined;
    }
    if (
      typeof value !== 'number' ||
      !Number.isSafeInteger(value) ||
      value < options.min
    ) {
      return this.#fail(field, `a whole number from ${options.min}`);
    }
    return value;
  }

  /** Any instant, in the calendar's four-digit years. */
  instant(field: string): string {
    return this.#written(field, this.#instant(field));
  }

  /** An instant at which software can have been delivered. */
  plausibleInstant(field: string): string {
    const at = this.#instant(field);
    if (at < firstYear) {
      return this.#fail(field, 'an instant from 2000-01-01T00:00:00Z on');
    }
    if (at > this.#now + clockTolerance) {
      return this.#fail(
        field,
        'an instant that is not more than 10 minutes in the future',
      );
    }
    return this.#written(field, at);
  }

  /** As `Date` writes it; mostly it came so, which saves writing it. */
  #written(field: string, at: number): string {
    const value = this.#value(field);
    return typeof value === 'string' && canonicalInstant.test(value)
      ? value
      : new Date(at).toISOString();
  }

  #instant(field: string): number {
    const expected = 'an ISO 8601 date and time with a zone';
    const value = this.#value(field);
    const at = typeof value === 'string' ? parseInstant(value) : undefined;
    return at ?? this.#fail(field, expected);
  }

  /** JSON writers spell an absent value as `null`. */
  #value(field: string): unknown {
    const own = Object.hasOwn(this.#record, field);
    return own ? this.#record[field] ?? undefined : undefined;
  }

  #fail(field: string, expected: string): never {
    const found = describeFound(this.#value(field));
    throw new FieldError(`${field}: found ${found}, expected ${expected}`);
  }
}

function expectedText(maxBytes: number): string {
  return `a text of 1 to ${maxBytes} bytes`;
}

/** Whether a text has at least one byte of UTF-8 and at most so many. */
function hasBytes(text: string, maxBytes: number): boolean {
  if (text.length < 1 || text.length > maxBytes) {
    return false;
  }
  // No UTF-16 unit takes more than three bytes, so that most texts need no counting.
  return text.length * 3 <= maxBytes || encoder.encode(text).length <= maxBytes;
}

/** A short, printable picture of any JSON value. */
export function describeFound(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object') {
    return value === null ? 'null' : 'an object';
  }
  const text = typeof value === 'string' ? value.slice(0, 60) : String(value);
  const printable = text.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  const rest = typeof value === 'string' && value.length > 60 ? '…' : '';
  return typeof value === 'string' ? `"${printable}${rest}"` : printable;
}
