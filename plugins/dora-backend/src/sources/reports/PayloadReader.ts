import { InputError } from '@backstage/errors';
import { checkEventClock, parseInstant } from '@portal/plugin-dora-common';

const shaPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const abbreviatedShaPattern = /^[0-9a-f]{7,64}$/i;
const noSha = /^0+$/;
// Control characters (Cc) would break pages, halves of surrogate pairs (Cs) are not text.
const unprintable = /[\p{Cc}\p{Cs}]/u;
const maxBytes = 1024;
const maxUrlLength = 2048;
const expectedText = `a text of 1 to ${maxBytes} bytes`;
const expectedSha = 'the 40 or 64 hexadecimal digits of a commit';
// Above this a number of seconds would be in the year 5138, and one of milliseconds is in 1973.
const mostSeconds = 1e11;

/**
 * One place in a JSON payload. Walking never fails; reading fails with an `InputError` that names the path, what was found
 * and what is expected. `null` and empty texts count as missing, as senders write them.
 *
 * @internal
 */
export class PayloadReader {
  readonly path: string;
  readonly #value: unknown;
  readonly #now: number;

  private constructor(path: string, value: unknown, now: number) {
    this.path = path;
    this.#value = value;
    this.#now = now;
  }

  static create(options: {
    value: unknown;
    /** Epoch milliseconds against which the future is told. */
    now: number;
  }): PayloadReader {
    return new PayloadReader('', options.value, options.now);
  }

  /** The place below this one, whether or not there is something. */
  at(...names: string[]): PayloadReader {
    let path = this.path;
    let value = this.#value;
    for (const name of names) {
      path = joined(path, name);
      value =
        typeof value === 'object' &&
        value !== null &&
        Object.hasOwn(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined;
    }
    return new PayloadReader(path, value, this.#now);
  }

  /** What is there, unchecked: for deciding what a payload is. */
  get value(): unknown {
    return this.#value;
  }

  /** The text that is there; nothing where it is missing or no text. */
  get word(): string | undefined {
    return typeof this.#value === 'string' ? this.#value : undefined;
  }

  get isMissing(): boolean {
    return (
      this.#value === undefined || this.#value === null || this.#value === ''
    );
  }

  get isObject(): boolean {
    return (
      typeof this.#value === 'object' &&
      this.#value !== null &&
      !Array.isArray(this.#value)
    );
  }

  /** Fails on fields that are not known: a misspelled one would be lost without a word. */
  requireFields(known: readonly string[]): void {
    if (!this.isObject) {
      this.fail('an object');
    }
    for (const name of Object.keys(this.#value as object)) {
      if (!known.includes(name)) {
        this.at(name).fail(`no such field; known are ${known.join(', ')}`);
      }
    }
  }

  /** Everything of a list; nothing of what is none. */
  get items(): PayloadReader[] {
    return Array.isArray(this.#value)
      ? this.#value.map(
          (item: unknown, index) =>
            new PayloadReader(`${this.path}[${index}]`, item, this.#now),
        )
      : [];
  }

  list(): PayloadReader[] {
    return Array.isArray(this.#value) ? this.items : this.fail('a list');
  }

  text(): string {
    return this.optionalText() ?? this.fail(expectedText);
  }

  optionalText(): string | undefined {
    if (this.isMissing) {
      return undefined;
    }
    const value = this.#value;
    if (typeof value !== 'string' || Buffer.byteLength(value) > maxBytes) {
      return this.fail(expectedText);
    }
    if (unprintable.test(value)) {
      return this.fail('a text without control characters');
    }
    return value.trim() === '' ? undefined : value.trim();
  }

  /** A title to show: cut and cleaned, since nothing depends on it. */
  get title(): string | undefined {
    const text = [...(this.word ?? '').slice(0, 400)].slice(0, 200).join('');
    const clean = text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
    return clean === '' ? undefined : clean;
  }

  /** An identifier that is a text or a whole number. */
  identifier(): string {
    if (typeof this.#value === 'number' && Number.isSafeInteger(this.#value)) {
      return String(this.#value);
    }
    return typeof this.#value === 'string'
      ? this.text()
      : this.fail('an identifier: a text or a whole number');
  }

  /** A whole number from 0. */
  count(): number {
    return Number.isSafeInteger(this.#value) && Number(this.#value) >= 0
      ? Number(this.#value)
      : this.fail('a whole number from 0');
  }

  sha(): string {
    return this.optionalSha() ?? this.fail(expectedSha);
  }

  /** Of the zeros that Git writes for nothing, nothing. */
  optionalSha(): string | undefined {
    const sha = this.optionalText();
    if (sha !== undefined && !shaPattern.test(sha)) {
      return this.fail(expectedSha);
    }
    return sha === undefined || noSha.test(sha) ? undefined : sha.toLowerCase();
  }

  /** The sha where there is one; nothing of other names of a revision. */
  get maybeSha(): string | undefined {
    const sha = this.word?.toLowerCase() ?? '';
    return shaPattern.test(sha) && !noSha.test(sha) ? sha : undefined;
  }

  optionalAbbreviatedSha(): string | undefined {
    const sha = this.optionalText();
    return sha === undefined || abbreviatedShaPattern.test(sha)
      ? sha?.toLowerCase()
      : this.fail('7 to 64 hexadecimal digits of a commit');
  }

  /** Epoch milliseconds of an ISO 8601 instant, or of a number of seconds since 1970. */
  instant(): number {
    return this.optionalInstant() ?? this.fail('an ISO 8601 date and time');
  }

  optionalInstant(): number | undefined {
    if (this.isMissing) {
      return undefined;
    }
    const field = this.path;
    const now = this.#now;
    if (typeof this.#value === 'string') {
      const read = parseInstant(normalised(this.#value));
      if (read === undefined) {
        return this.fail('an ISO 8601 date and time with a zone');
      }
      checkEventClock({ field, at: read, now });
      return read;
    }
    if (typeof this.#value !== 'number') {
      return this.fail('an ISO 8601 date and time');
    }
    const at = Math.round(
      Math.abs(this.#value) < mostSeconds ? this.#value * 1000 : this.#value,
    );
    checkEventClock({ field, at, now });
    return at;
  }

  /** The address of a page; nothing where it is unusable, since it is evidence only. */
  get url(): string | undefined {
    const text = this.word ?? '';
    return /^https?:\/\//i.test(text) &&
      text.length <= maxUrlLength &&
      !unprintable.test(text) &&
      URL.canParse(text)
      ? text
      : undefined;
  }

  fail(expected: string): never {
    throw new InputError(
      `${this.path || 'The payload'}: found ${describe(
        this.#value,
      )}, expected ${expected}`,
    );
  }
}

function joined(path: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) {
    return `${path}[${JSON.stringify(name)}]`;
  }
  return path === '' ? name : `${path}.${name}`;
}

// Go and .NET write more digits than milliseconds have, Ruby has spaces: 2026-01-31 09:30:00 +0200.
function normalised(text: string): string {
  if (text.length > 40) {
    return text;
  }
  return text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ?/, '$1T$2')
    .replace(/(?<=:\d\d(?:\.\d+)?)UTC$/, 'Z')
    .replace(/(?<=:\d\d(?:\.\d+)?[+-]\d\d)(\d\d)$/, ':$1')
    .replace(/(\.\d{3})\d+/, '$1');
}

function describe(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (typeof value === 'object') {
    return value === null ? 'null' : 'an object';
  }
  const text = String(value).replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? `'${short}'` : short;
}
