import { LocalServer } from '@portal/local-server';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is answered in place of the usual. */
export type Fault = {
  status: number;
  headers?: Record<string, string>;
  message?: string;
};

/**
 * A server of this machine that lists alerts as GitHub's REST API does: pages with a header `Link`, and ETags. A list that was not
 * given is not there.
 */
export class AlertServer {
  /** By path, such as `acme/shop/dependabot`, in lower case. */
  readonly lists = new Map<string, unknown[]>();
  readonly requests: { path: string; status: number; token?: string }[] = [];
  /** How long a page may be, whatever is asked for. */
  pageSize = 100;
  fault: (path: string) => Fault | undefined = () => undefined;
  #server!: LocalServer;

  private constructor() {}

  static async start(): Promise<AlertServer> {
    const server = new AlertServer();
    server.#server = await LocalServer.start((request, response) =>
      server.#answer(request, response),
    );
    return server;
  }

  get url(): string {
    return this.#server.url;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const url = new URL(path, this.url);
    const fault = this.fault(path);
    const list = this.lists.get(
      /^\/repos\/([^/]+\/[^/]+\/[^/]+)\/alerts$/.exec(
        url.pathname.toLowerCase(),
      )?.[1] ?? '',
    );
    const page = Number(url.searchParams.get('page') ?? 1);
    const shown = list?.slice((page - 1) * this.pageSize, page * this.pageSize);
    const text = JSON.stringify(shown ?? { message: 'Not Found' });
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
    const isSame = request.headers['if-none-match'] === etag;
    const status = fault?.status ?? usualStatus(list, isSame);
    this.requests.push({ path, status, token: request.headers.authorization });
    if (list && page * this.pageSize < list.length) {
      url.searchParams.set('page', String(page + 1));
      response.setHeader('link', `<${url.href}>; rel="next"`);
    }
    response.writeHead(status, { etag, ...fault?.headers });
    if (fault) {
      response.end(JSON.stringify({ message: fault.message ?? 'No' }));
    } else {
      response.end(isSame ? undefined : text);
    }
  }
}

function usualStatus(list: unknown[] | undefined, isSame: boolean): number {
  if (!list) {
    return 404;
  }
  return isSame ? 304 : 200;
}
