import { GitServer, serveGit } from '@portal/git/testUtils';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GithubBoards } from './GithubBoards';
import { GithubRepositories, type Answer } from './GithubRepositories';

/** What goes wrong. */
export type Fault = {
  /** Of method and path, such as `POST /orgs/acme/repos`. */
  asked: RegExp;
  status: number;
  /** Whether what was asked is done all the same. Default: it is not. */
  isDone?: boolean;
};

/**
 * As much of GitHub, over HTTP, as templates ask for: its REST API, see https://docs.github.com/en/rest, and its Git over HTTP, which is
 * git's own server. Repositories are served over https as well, for whom speaks nothing else.
 */
export class TinyGithub {
  /** What everybody shows. */
  readonly token = 'a-token';
  readonly boards = GithubBoards.create();
  readonly asked: string[] = [];
  faults: Fault[] = [];
  readonly #server: http.Server;
  readonly #root: string | undefined;
  #pages: GitServer | undefined;
  #repositories: GithubRepositories | undefined;

  private constructor(root: string | undefined) {
    this.#root = root;
    this.#server = http.createServer((request, response) =>
      this.#serve(request, response),
    );
  }

  /** With repositories only where there is a folder for them. */
  static async start(options: { root?: string } = {}): Promise<TinyGithub> {
    const { root } = options;
    const github = new TinyGithub(root);
    await new Promise<void>(resolve => {
      github.#server.listen(0, '127.0.0.1', resolve);
    });
    if (root !== undefined) {
      const pages = await GitServer.start({ root });
      pages.answer = (response, request) => github.#serve(request, response);
      github.#pages = pages;
      github.#repositories = GithubRepositories.create({
        root,
        page: () => `https://${pages.host}`,
        git: () => github.url,
      });
    }
    return github;
  }

  /** Of the API, and of repositories without a certificate. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The host of pages. */
  get host(): string {
    return this.#pages?.host ?? 'github.com';
  }

  /** In PEM, of the host. */
  get certificate(): string {
    return this.#pages?.certificate ?? '';
  }

  get repositories(): GithubRepositories {
    if (!this.#repositories) {
      throw new Error('It was started without a folder for repositories');
    }
    return this.#repositories;
  }

  async stop(): Promise<void> {
    await this.#pages?.stop();
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked = `${request.method} ${url.pathname}`;
    this.asked.push(asked);
    const isGit = /^\/[\w.-]+\/[\w.-]+\.git\//.test(url.pathname);
    const fault = this.faults.find(each => each.asked.test(asked));
    if (!this.#isAuthorized(request)) {
      // https://git-scm.com/docs/http-protocol#_authentication
      response.setHeader('www-authenticate', 'Basic realm="GitHub"');
      send(response, { status: 401, body: { message: 'Bad credentials' } });
      return;
    }
    const failed = fault && {
      status: fault.status,
      body: { message: 'Server Error' },
    };
    if (isGit && this.#root !== undefined && !failed) {
      serveGit(this.#root, request, response, { mayPush: true });
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    if (isGit || (failed && !fault?.isDone)) {
      send(response, failed ?? { status: 404, body: 'Not Found' });
      return;
    }
    const text = Buffer.concat(chunks).toString();
    const body = text ? JSON.parse(text) : {};
    const answer = this.boards.answer(asked, body) ??
      this.#repositories?.answer(asked, url.searchParams, body) ?? {
        status: 404,
        body: { message: 'Not Found' },
      };
    send(response, failed ?? answer);
  }

  #isAuthorized({ headers: { authorization = '' } }: IncomingMessage) {
    const basic = Buffer.from(`x-access-token:${this.token}`);
    return [
      `token ${this.token}`,
      `Bearer ${this.token}`,
      `Basic ${basic.toString('base64')}`,
    ].includes(authorization);
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status;
  const isText = typeof body === 'string';
  response.setHeader(
    'content-type',
    isText ? 'text/plain' : 'application/json',
  );
  response.end(isText ? body : JSON.stringify(body));
}
