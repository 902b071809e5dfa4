import { LocalServer } from '@portal/local-server';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
  #server!: LocalServer;

  private constructor() {}

  static async start(): Promise<SonarServer> {
    const server = new SonarServer();
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
