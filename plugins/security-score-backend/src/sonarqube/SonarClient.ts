import { ServiceUnavailableError } from '@backstage/errors';
import { listOf, numberOf, objectOf } from '../parse/json/objectOf';

const pageSize = 500;
/** SonarQube answers no page beyond these: https://docs.sonarsource.com/sonarqube-server/extension-guide/web-api */
const mostEntries = 10_000;
const mostBytes = 32 * 1024 ** 2;
const usualTimeout = 30_000;

/** A list as far as SonarQube gives it. */
export type SonarList = { entries: unknown[]; total: number };

/** Asks the web API of one SonarQube. */
export class SonarClient {
  readonly #options: { baseUrl: string; token: string; timeout?: number };

  private constructor(options: SonarClientOptions) {
    this.#options = options;
  }

  static create(options: SonarClientOptions): SonarClient {
    return new SonarClient(options);
  }

  /** Vulnerabilities of all states; oldest first, so that a new one moves no other to a page that was read. */
  async issues(project: string, signal?: AbortSignal): Promise<SonarList> {
    return this.#list('issues', {
      query: {
        componentKeys: project,
        types: 'VULNERABILITY',
        s: 'CREATION_DATE',
        asc: 'true',
      },
      signal,
    });
  }

  /** Security hotspots of all states. */
  async hotspots(project: string, signal?: AbortSignal): Promise<SonarList> {
    return this.#list('hotspots', { query: { projectKey: project }, signal });
  }

  async #list(
    what: 'issues' | 'hotspots',
    options: { query: Record<string, string>; signal?: AbortSignal },
  ): Promise<SonarList> {
    const entries: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const query = new URLSearchParams({
        ...options.query,
        ps: String(pageSize),
        p: String(page),
      });
      const path = `/api/${what}/search`;
      const answer = objectOf(await this.#get(path, query, options.signal));
      const total =
        numberOf(objectOf(answer.paging).total) ?? numberOf(answer.total);
      if (!Array.isArray(answer[what]) || total === undefined) {
        throw new ServiceUnavailableError(
          `${path} answered no list of ${what}; see that securityScore.sonarqube.baseUrl is the address of SonarQube`,
        );
      }
      const found = listOf(answer[what]);
      entries.push(...found);
      if (
        found.length === 0 ||
        entries.length >= Math.min(total, mostEntries)
      ) {
        return { entries, total };
      }
    }
  }

  async #get(
    path: string,
    query: URLSearchParams,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const { baseUrl, token, timeout = usualTimeout } = this.#options;
    const late = AbortSignal.timeout(timeout);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${baseUrl}${path}?${query}`, {
        headers: {
          Accept: 'application/json',
          // A token as the name of a user: every version takes it.
          Authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}`,
        },
        // A redirect may lead to another host, which is not to get the token.
        redirect: 'manual',
        signal: AbortSignal.any([late, ...(signal ? [signal] : [])]),
      });
      text = await textWithin(response);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ServiceUnavailableError) {
        throw error;
      }
      throw new ServiceUnavailableError(
        late.aborted
          ? `${path} gave no answer within ${timeout / 1000} seconds`
          : `${path} could not be reached; see securityScore.sonarqube.baseUrl`,
      );
    }
    if (response.status !== 200) {
      throw new ServiceUnavailableError(
        `${path} answered ${response.status}${cureOf(response.status)}`,
      );
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new ServiceUnavailableError(
        `${path} answered no JSON; see that securityScore.sonarqube.baseUrl is the address of SonarQube`,
      );
    }
  }
}

/** Where to ask, as whom. `timeout` is in milliseconds: 30,000 unless told. */
export type SonarClientOptions = {
  /** Without a slash at the end. */
  baseUrl: string;
  token: string;
  timeout?: number;
};

function cureOf(status: number): string {
  if (status === 401) {
    return '; give a valid token in securityScore.sonarqube.token';
  }
  if (status === 403) {
    return '; give the user of the token the permission "Browse" for the project';
  }
  return status === 404
    ? '; correct the annotation sonarqube.org/project-key, or give the user of the token the permission "Browse" for the project'
    : '; it is tried again by itself';
}

/** Reads no further than a page may be long. */
async function textWithin(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > mostBytes) {
      throw new ServiceUnavailableError(
        `SonarQube answered more than ${mostBytes} bytes`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
