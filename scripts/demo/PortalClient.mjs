import { setTimeout as sleep } from 'node:timers/promises';

const firstPause = 500;
const longestPause = 15_000;
const longestAnswer = 5 * 60_000;

/** An answer that will be the same however often one asks. */
export class RefusedError extends Error {
  name = 'RefusedError';
}

/**
 * Calls the portal's APIs with the service token, and again when they are not there for a moment.
 */
export class PortalClient {
  #baseUrl;
  #token;
  #signal;
  #attempts;
  #fetch;

  /**
   * @param {object} options
   * @param {string} options.baseUrl
   * @param {string} options.token
   * @param {AbortSignal} [options.signal]
   * @param {number} [options.attempts]
   * @param {typeof fetch} [options.fetch]
   */
  constructor({
    baseUrl,
    token,
    signal,
    attempts = 8,
    fetch: fetchFunction = fetch,
  }) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#token = token;
    this.#signal = signal;
    this.#attempts = attempts;
    this.#fetch = fetchFunction;
  }

  /**
   * The JSON of an answer, or undefined where there is nothing (404).
   *
   * @param {string} path
   * @param {{ method?: string, body?: string, contentType?: string, headers?: Record<string, string> }} [request]
   * @returns {Promise<any>}
   */
  async json(path, { method = 'GET', body, contentType, headers } = {}) {
    let pause = firstPause;
    for (let attempt = 1; ; attempt++) {
      const failure = await this.#try(path, method, body, {
        ...headers,
        ...(contentType && { 'content-type': contentType }),
      });
      if (!('reason' in failure)) {
        return failure.answer;
      }
      if (attempt >= this.#attempts) {
        throw new Error(
          `${method} ${
            path.split('?')[0]
          } failed ${attempt} times, at last with: ${failure.reason}`,
        );
      }
      await this.wait(pause);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  /** @param {number} milliseconds */
  async wait(milliseconds) {
    await sleep(milliseconds, undefined, { signal: this.#signal });
  }

  async #try(path, method, body, headers) {
    let response;
    try {
      response = await this.#fetch(`${this.#baseUrl}${path}`, {
        method,
        body,
        signal: AbortSignal.any([
          ...(this.#signal ? [this.#signal] : []),
          AbortSignal.timeout(longestAnswer),
        ]),
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...headers,
        },
      });
      if (response.ok) {
        return { answer: await response.json() };
      }
      if (response.status === 404) {
        await response.body?.cancel();
        return { answer: undefined };
      }
    } catch (error) {
      this.#signal?.throwIfAborted();
      return { reason: error?.cause?.code ?? error?.message ?? String(error) };
    }

    const reason = `${response.status} ${await reasonOf(response)}`;
    if (
      response.status < 500 &&
      response.status !== 408 &&
      response.status !== 429
    ) {
      throw new RefusedError(
        `${method} ${path.split('?')[0]} was refused: ${reason}`,
      );
    }
    return { reason };
  }
}

/** What the portal says is wrong; its errors carry a message. */
async function reasonOf(response) {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text).error.message;
  } catch {
    return response.statusText;
  }
}
