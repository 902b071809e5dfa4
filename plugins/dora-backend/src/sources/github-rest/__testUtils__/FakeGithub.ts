import { LocalServer } from '@portal/local-server';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SampleRepository } from './sampleRepository';

/** What is answered in place of the usual. */
export type Fault = {
  status?: number;
  headers?: Record<string, string>;
  /** JSON is made of all but texts. */
  body?: unknown;
  /** Leaves the request without an answer. */
  isSilent?: boolean;
};

export type SeenRequest = { path: string; status: number; token?: string };

/**
 * A server of this machine that answers as GitHub's REST API does: pages with a header `Link`, ETags that do not count,
 * and a limit of requests. See https://docs.github.com/en/rest/using-the-rest-api
 */
export class FakeGithub {
  readonly requests: SeenRequest[] = [];
  readonly repositories = new Map<string, SampleRepository>();
  /** Decides on each request whether something goes wrong. */
  fault: (path: string, count: number) => Fault | undefined = () => undefined;
  /** Changes the header `Link` of an answer. */
  link: (link: string) => string = link => link;
  limit = { limit: 5000, remaining: 5000, resetAt: Date.now() + 3_600_000 };
  #server!: LocalServer;

  private constructor() {}

  static async start(): Promise<FakeGithub> {
    const github = new FakeGithub();
    github.#server = await LocalServer.start((request, response) =>
      github.#answer(request, response),
    );
    return github;
  }

  get url(): string {
    return this.#server.url;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  /** The requests since the last call. */
  takeRequests(): SeenRequest[] {
    return this.requests.splice(0);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const seen: SeenRequest = {
      path,
      status: 0,
      token: request.headers.authorization,
    };
    this.requests.push(seen);
    const fault = this.fault(path, this.requests.length);
    if (fault?.isSilent) {
      return;
    }
    const { limit } = this;
    if (limit.resetAt <= Date.now()) {
      limit.remaining = limit.limit;
      limit.resetAt = Date.now() + 3_600_000;
    }
    const url = new URL(path, this.url);
    const body = fault ? fault.body ?? {} : this.#find(url.pathname);
    const page = Number(url.searchParams.get('page') ?? 1);
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const isList = Array.isArray(body) && !fault;
    const shown = isList ? body.slice((page - 1) * size, page * size) : body;
    const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
    const isSame = !fault && request.headers['if-none-match'] === etag;
    let status = fault?.status ?? (body === undefined ? 404 : 200);
    if (!fault && limit.remaining === 0) {
      status = 403;
    } else if (isSame) {
      status = 304;
    } else if (!fault) {
      limit.remaining -= 1;
    }
    seen.status = status;
    response.statusCode = status;
    response.setHeader('x-ratelimit-limit', limit.limit);
    response.setHeader('x-ratelimit-remaining', limit.remaining);
    response.setHeader('x-ratelimit-reset', Math.ceil(limit.resetAt / 1000));
    response.setHeader('etag', etag);
    if (isList && page * size < body.length) {
      url.searchParams.set('page', String(page + 1));
      const last = Math.ceil(body.length / size);
      const at = (n: number) =>
        `<${url.href.replace(/page=\d+$/, `page=${n}`)}>`;
      response.setHeader(
        'link',
        this.link(`${at(last)}; rel="last", <${url.href}>; rel="next"`),
      );
    }
    for (const [name, value] of Object.entries(fault?.headers ?? {})) {
      response.setHeader(name, value);
    }
    if (status === 403 && !fault) {
      response.end('{"message":"API rate limit exceeded for user ID 1."}');
    } else if (status === 404) {
      response.end('{"message":"Not Found"}');
    } else {
      response.end(status === 304 ? undefined : text);
    }
  }

  #find(path: string): unknown {
    const [, , owner, name, list, id, part] = path.split('/');
    const repository = this.repositories.get(`${owner}/${name}`.toLowerCase());
    if (!repository) {
      return undefined;
    }
    switch (`${list ?? ''}/${part ?? ''}`) {
      case '/':
        return repository.repository;
      case 'deployments/':
        return repository.deployments.map(each => each.deployment);
      case 'deployments/statuses':
        return repository.deployments.find(
          each => each.deployment.id === Number(id),
        )?.statuses;
      case 'pulls/':
        return repository.pulls.map(each => each.pull);
      case 'pulls/commits':
        return repository.pulls.find(each => each.pull.number === Number(id))
          ?.commits;
      case 'pulls/reviews':
        return repository.pulls.find(each => each.pull.number === Number(id))
          ?.reviews;
      case 'releases/':
        return repository.releases;
      default:
        return undefined;
    }
  }
}
