import { GithubPauseError } from './GithubPauseError';
import type { GithubRequestError } from './GithubRequestError';

const minute = 60_000;
const hour = 60 * minute;
// GitHub counts by the hour; a clock that is wrong is not to stop the reading for longer.
const longest = hour + 5 * minute;
// GitHub closes the door to those who go on with a wrong token.
const refusalSpan = 10 * minute;

/**
 * What may still be asked with one token: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 *
 * @public
 */
export class GithubBudget {
  readonly #keepRemaining: number;
  readonly #now: () => number;
  #remaining: number | undefined;
  #keep = 0;
  #resetAt = 0;
  #closedUntil = 0;
  #strikes = 0;
  #refusal: { until: number; error: GithubRequestError } | undefined;

  private constructor(keepRemaining: number, now: () => number) {
    this.#keepRemaining = keepRemaining;
    this.#now = now;
  }

  static create(options: {
    /** How many requests are left for others. At most half of the limit is. */
    keepRemaining: number;
    now?: () => number;
  }): GithubBudget {
    return new GithubBudget(options.keepRemaining, options.now ?? Date.now);
  }

  /**
   * To be called before each request.
   *
   * @throws GithubPauseError where none may be made, GithubRequestError where the token was refused a moment ago.
   */
  take(): void {
    const now = this.#now();
    if (this.#refusal && now < this.#refusal.until) {
      throw this.#refusal.error;
    }
    if (now < this.#closedUntil) {
      throw this.#pause(this.#closedUntil);
    }
    if (this.#remaining === undefined || now >= this.#resetAt) {
      return;
    }
    if (this.#remaining <= this.#keep) {
      throw this.#pause(this.#resetAt);
    }
    // Those that are under way are not in what GitHub says yet.
    this.#remaining -= 1;
  }

  /** What an answer says of the limit. An instance without limits says nothing. */
  note(headers: Headers): void {
    const remaining = countOf(headers, 'x-ratelimit-remaining');
    const resetAt = this.#resetOf(headers);
    if (remaining === undefined || resetAt === undefined) {
      return;
    }
    // Answers of requests that were made together come in any order.
    const isSame = Math.abs(resetAt - this.#resetAt) < minute;
    this.#remaining =
      isSame && this.#remaining !== undefined
        ? Math.min(this.#remaining, remaining)
        : remaining;
    this.#resetAt = resetAt;
    const limit = countOf(headers, 'x-ratelimit-limit');
    this.#keep = Math.min(
      this.#keepRemaining,
      limit === undefined ? this.#keepRemaining : Math.floor(limit / 2),
    );
  }

  /** An answer that was no refusal. */
  noteSuccess(): void {
    this.#strikes = 0;
    this.#refusal = undefined;
  }

  /** Closes until the instant that the answer names, or for a minute, then two, four ... where it names none. */
  close(headers: Headers): GithubPauseError {
    const now = this.#now();
    const wait = Math.min(minute * 2 ** this.#strikes, hour);
    this.#strikes = Math.min(this.#strikes + 1, 10);
    const seconds = countOf(headers, 'retry-after');
    const isEmpty = countOf(headers, 'x-ratelimit-remaining') === 0;
    const resetAt = isEmpty ? this.#resetOf(headers) : undefined;
    const until =
      seconds === undefined
        ? Math.max(resetAt ?? 0, now + (resetAt === undefined ? wait : 1000))
        : now + Math.max(1, seconds) * 1000;
    this.#closedUntil = Math.max(
      this.#closedUntil,
      Math.min(until, now + longest),
    );
    return this.#pause(this.#closedUntil);
  }

  /** Lets no more requests be made with a token that is wrong. */
  refuse(error: GithubRequestError): void {
    this.#refusal = { until: this.#now() + refusalSpan, error };
  }

  #resetOf(headers: Headers): number | undefined {
    const seconds = countOf(headers, 'x-ratelimit-reset');
    return seconds === undefined
      ? undefined
      : Math.min(seconds * 1000, this.#now() + longest);
  }

  #pause(until: number): GithubPauseError {
    return new GithubPauseError({
      until,
      reason: `The limit of requests to GitHub is reached until ${new Date(
        until,
      ).toISOString()}`,
    });
  }
}

function countOf(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
