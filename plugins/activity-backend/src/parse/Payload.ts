const longestText = 300;
const longestUrl = 2000;
const longestList = 1000;

/**
 * JSON that somebody else wrote. What is not there, or not of the kind that is asked for, is undefined: what is said in a
 * payload decides nothing that would be worth failing for.
 */
export class Payload {
  readonly #value: unknown;

  private constructor(value: unknown) {
    this.#value = value;
  }

  static create(value: unknown): Payload {
    return new Payload(value);
  }

  /** JSON text; nothing where it is none. */
  static parse(text: string): Payload {
    try {
      return new Payload(JSON.parse(text));
    } catch {
      return new Payload(undefined);
    }
  }

  at(...path: string[]): Payload {
    let value = this.#value;
    for (const name of path) {
      value =
        typeof value === 'object' &&
        value !== null &&
        Object.prototype.hasOwnProperty.call(value, name)
          ? (value as Record<string, unknown>)[name]
          : undefined;
    }
    return new Payload(value);
  }

  get isThere(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }

  /** One line without control characters, not empty, and cut where it is long. */
  text(longest: number = longestText): string | undefined {
    if (typeof this.#value !== 'string') {
      return undefined;
    }
    const [line] = this.#value
      .slice(0, 20_000)
      .trim()
      .split(/[\r\n\u2028]/);
    const plain = line.replace(/[\p{Cc}\s]+/gu, ' ').trim();
    if (plain.length <= longest) {
      return plain || undefined;
    }
    // Not through the middle of a character of two parts.
    return `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }

  /** Text that names something: whole, or not at all. */
  name(longest: number = longestText): string | undefined {
    const text = this.text(longest + 1);
    return text && text.length <= longest ? text : undefined;
  }

  /** A whole number from 0, as text. */
  id(): string | undefined {
    const text = String(this.#value);
    return /^\d{1,18}$/.test(text) ? text : undefined;
  }

  get isTrue(): boolean {
    return this.#value === true;
  }

  /** ISO 8601, with a space for the T, or seconds since 1970. Without a time zone it is UTC. */
  instant(): Date | undefined {
    if (typeof this.#value === 'number') {
      return dateOf(this.#value * 1000);
    }
    const text = this.name(60);
    if (!text || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) {
      return undefined;
    }
    const hasZone = /(z|utc|[+-]\d\d:?\d\d)$/i.test(text);
    return dateOf(Date.parse(hasZone ? text : `${text}Z`));
  }

  /** An address of the web. */
  url(): string | undefined {
    const text = this.name(longestUrl);
    return text && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
      ? text
      : undefined;
  }

  list(): Payload[] {
    return Array.isArray(this.#value)
      ? this.#value.slice(0, longestList).map(value => new Payload(value))
      : [];
  }
}

function dateOf(milliseconds: number): Date | undefined {
  const year = new Date(milliseconds).getUTCFullYear();
  return year >= 1970 && year < 3000 ? new Date(milliseconds) : undefined;
}
