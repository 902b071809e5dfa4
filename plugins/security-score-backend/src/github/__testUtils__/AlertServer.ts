import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

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
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#answer(request, response),
    );
  }

  static async start(): Promise<AlertServer> {
    const server = new AlertServer();
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
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
