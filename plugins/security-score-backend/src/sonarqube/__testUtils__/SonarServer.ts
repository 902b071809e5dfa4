import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Entry = Record<string, unknown>;

/** As in https://docs.sonarsource.com/sonarqube-server/extension-guide/web-api, `api/issues/search`. */
export function issueOf(key: string, changes: Entry = {}): Entry {
  return {
    key,
    component: 'acme_shop:src/Login.java',
    project: 'acme_shop',
    rule: 'java:S2068',
    status: 'OPEN',
    severity: 'BLOCKER',
    message: 'Revoke and change this password.',
    line: 81,
    type: 'VULNERABILITY',
    tags: ['cwe'],
    creationDate: '2025-05-13T17:55:39+0200',
    ...changes,
  };
}

/** As `api/hotspots/search` has it. */
export function hotspotOf(key: string, changes: Entry = {}): Entry {
  return {
    key,
    component: 'acme_shop:src/Token.java',
    project: 'acme_shop',
    securityCategory: 'weak-cryptography',
    vulnerabilityProbability: 'MEDIUM',
    status: 'TO_REVIEW',
    line: 12,
    message: 'Use a stronger generator.',
    ruleKey: 'java:S2245',
    ...changes,
  };
}

/** A server of this machine that answers as SonarQube's web API does: pages, and none beyond the first 10,000 entries. */
export class SonarServer {
  /** By the key of the project. */
  readonly projects = new Map<string, { issues: Entry[]; hotspots: Entry[] }>();
  readonly requests: string[] = [];
  authorization: string | undefined;
  /** What is answered in place of the usual. */
  fault: (path: string) => { status: number; body?: string } | undefined = () =>
    undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#answer(request, response),
    );
  }

  static async start(): Promise<SonarServer> {
    const server = new SonarServer();
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
    this.requests.push(path);
    this.authorization = request.headers.authorization;
    const { pathname, searchParams } = new URL(path, this.url);
    const key =
      searchParams.get('componentKeys') ?? searchParams.get('projectKey') ?? '';
    const what = pathname === '/api/issues/search' ? 'issues' : 'hotspots';
    const all = this.projects.get(key)?.[what];
    const page = Number(searchParams.get('p'));
    const size = Number(searchParams.get('ps'));
    const fault = this.fault(path);
    if (fault) {
      response.writeHead(fault.status).end(fault.body);
    } else if (!all) {
      response.writeHead(404).end('{"errors":[{"msg":"not found"}]}');
    } else if (page * size > 10_000) {
      response
        .writeHead(400)
        .end('{"errors":[{"msg":"Can return only the first 10000 results"}]}');
    } else {
      response.end(
        JSON.stringify({
          paging: { pageIndex: page, pageSize: size, total: all.length },
          [what]: all.slice((page - 1) * size, page * size),
          components: [],
        }),
      );
    }
  }
}
