import type { GithubCredentialsProvider } from '@backstage/integration';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GithubBudget } from './GithubBudget';
import { GithubPauseError } from './GithubPauseError';
import { GithubRequestError } from './GithubRequestError';
import { nextPage } from './nextPage';
import { readJson } from './readJson';

const maxBytes = 16 * 1024 ** 2;
const maxErrorBytes = 64 * 1024;
const tries = 3;
const retryDelay = 500;

/**
 * What GitHub answered: nothing new, or a page. `next` is the path of the one that follows.
 *
 * @public
 */
export type GithubPage =
  | { isChanged: false }
  | { isChanged: true; body: unknown; etag?: string; next?: string };

/** @internal */
export type GithubRestClientOptions = {
  /** Without a slash at the end. */
  apiBaseUrl: string;
  /** The page of the repository: credentials are those for it. */
  url: string;
  credentials: GithubCredentialsProvider;
  /** The one of the token. Apps have one for each owner. */
  budgetOf: (tokenType: 'app' | 'token') => GithubBudget;
  /** Milliseconds. */
  requestTimeout: number;
  /** How many may be made until it is the turn of others. */
  maxRequests: number;
  signal: AbortSignal;
};

/**
 * Asks the REST API for what belongs to one repository: https://docs.github.com/en/rest/using-the-rest-api
 *
 * @public
 */
export class GithubRestClient {
  readonly #options: GithubRestClientOptions;
  #requests = 0;

  private constructor(options: GithubRestClientOptions) {
    this.#options = options;
  }

  static create(options: GithubRestClientOptions): GithubRestClient {
    return new GithubRestClient(options);
  }

  /** How many requests were made. */
  get requests(): number {
    return this.#requests;
  }

  /**
   * Reads one page. What may pass in a moment is tried again.
   *
   * @param path - Below the address of the API, with a slash at the beginning.
   * @param etag - Of the last answer: the same one is not sent again and does not count for the limit.
   * @throws GithubPauseError or GithubRequestError.
   */
  async get(path: string, etag?: string): Promise<GithubPage> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.#request(path, etag);
      } catch (error) {
        this.#options.signal.throwIfAborted();
        const mayRetry =
          error instanceof GithubRequestError && error.isTransient;
        if (!mayRetry || tried === tries) {
          throw error;
        }
        await sleep(retryDelay * 2 ** (tried - 1), undefined, {
          signal: this.#options.signal,
        });
      }
    }
  }

  async #request(path: string, etag?: string): Promise<GithubPage> {
    const { apiBaseUrl, budgetOf, requestTimeout, signal } = this.#options;
    if (this.#requests >= this.#options.maxRequests) {
      throw new GithubPauseError({
        until: Date.now(),
        reason: 'It is the turn of other repositories',
      });
    }
    const { headers: authorization, token, type } = await this.#authorize();
    const budget = budgetOf(type === 'app' ? 'app' : 'token');
    budget.take();
    this.#requests += 1;
    const timeout = AbortSignal.timeout(requestTimeout);
    try {
      const response = await fetch(`${apiBaseUrl}${path}`, {
        headers: {
          Accept: 'application/vnd.github+json',
          'X-GitHub-Api-Version': '2022-11-28',
          'User-Agent': 'portal-delivery',
          ...authorization,
          ...(etag !== undefined && { 'If-None-Match': etag }),
        },
        // A redirect may lead to another host, which is not to get the token.
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      budget.note(response.headers);
      return await this.#read({ path, response, budget, token });
    } catch (error) {
      if (
        error instanceof GithubRequestError ||
        error instanceof GithubPauseError
      ) {
        throw error;
      }
      signal.throwIfAborted();
      throw new GithubRequestError({
        reason: timeout.aborted
          ? `no answer within ${requestTimeout / 1000} seconds`
          : `no connection${codeOf(error)}`,
        isTransient: true,
      });
    }
  }

  async #read(options: {
    path: string;
    response: Response;
    budget: GithubBudget;
    token?: string;
  }): Promise<GithubPage> {
    const { path, response, budget, token } = options;
    const { status, headers } = response;
    if (status === 304) {
      budget.noteSuccess();
      return { isChanged: false };
    }
    if (status === 200) {
      const body = await readJson(response, { maxBytes });
      budget.noteSuccess();
      return {
        isChanged: true,
        body,
        etag: headers.get('etag')?.slice(0, 200),
        next: nextPage(path, headers.get('link')),
      };
    }
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      throw new GithubRequestError({
        status,
        reason: `answered ${status}`,
        movedTo: this.#pathOf(headers.get('location')),
      });
    }
    const said = clean(await messageOf(response), token);
    if (isLimit(status, headers, said)) {
      throw budget.close(headers);
    }
    const error = new GithubRequestError({
      status,
      reason: `answered ${status}${said && ` (${said})`}`,
      isTransient: status >= 500,
    });
    if (status === 401) {
      budget.refuse(error);
    }
    throw error;
  }

  async #authorize() {
    const { credentials, url } = this.#options;
    try {
      return await credentials.getCredentials({ url });
    } catch (error) {
      // Of apps: what went wrong may be said by GitHub, and is not repeated.
      throw new GithubRequestError({
        reason: `no token for the repository could be had${codeOf(
          error,
        )}; see that the app of integrations.github is installed for it`,
      });
    }
  }

  /** The path below the API of an address there; nothing of one elsewhere. */
  #pathOf(location: string | null): string | undefined {
    const base = `${this.#options.apiBaseUrl}/`;
    return location !== null && location.startsWith(base)
      ? location.slice(base.length - 1)
      : undefined;
  }
}

function isLimit(status: number, headers: Headers, said: string): boolean {
  return (
    status === 429 ||
    (status === 403 &&
      (headers.has('retry-after') ||
        headers.get('x-ratelimit-remaining')?.trim() === '0' ||
        /secondary rate|rate limit exceeded|abuse detection/i.test(said)))
  );
}

async function messageOf(response: Response): Promise<string> {
  try {
    const body = await readJson(response, { maxBytes: maxErrorBytes });
    const message: unknown = Object(body).message;
    return typeof message === 'string' ? message : '';
  } catch (error) {
    if (error instanceof GithubRequestError) {
      return '';
    }
    throw error;
  }
}

/** One short line, without the token, should the answer repeat it. */
function clean(text: string, token?: string): string {
  const plain = token ? text.replaceAll(token, '***') : text;
  return plain
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** Such as ` (ECONNREFUSED)`; of an error nothing else is told, since it may hold anything. */
function codeOf(error: unknown): string {
  const code: unknown = Object(Object(error).cause ?? error).code;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)
    ? ` (${code})`
    : '';
}
