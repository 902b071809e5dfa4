import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A pull request that was opened. */
export type OpenedPullRequest = {
  head: string;
  base: string;
  title: string;
  body: string;
  /** What each file holds, by its path. */
  files: Record<string, string>;
};

type TreeEntry = { path: string; sha: string };

/** As much of GitHub's API, over HTTP, as opening a pull request asks for. */
export class TinyGithub {
  readonly pullRequests: OpenedPullRequest[] = [];
  readonly #server: http.Server;
  readonly #blobs: string[] = [];
  #tree: TreeEntry[] = [];

  private constructor() {
    this.#server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
      const text = Buffer.concat(chunks).toString();
      const answer = this.#answer(
        `${request.method} ${request.url?.replace(/\?.*/, '')}`,
        text ? JSON.parse(text) : {},
      );
      response.statusCode = answer === undefined ? 404 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
    });
  }

  static async start(): Promise<TinyGithub> {
    const github = new TinyGithub();
    await new Promise<void>(resolve =>
      github.#server.listen(0, '127.0.0.1', resolve),
    );
    return github;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(asked: string, body: Record<string, unknown>): unknown {
    switch (asked) {
      case 'GET /repos/brennvik/boards':
        return { default_branch: 'main', permissions: { push: true } };
      case 'GET /repos/brennvik/boards/commits':
        return [{ sha: 'head', commit: { tree: { sha: 'tree' } } }];
      case 'POST /repos/brennvik/boards/git/blobs':
        this.#blobs.push(
          Buffer.from(String(body.content), 'base64').toString(),
        );
        return { sha: String(this.#blobs.length - 1) };
      case 'POST /repos/brennvik/boards/git/trees':
        this.#tree = body.tree as TreeEntry[];
        return { sha: 'changed' };
      case 'POST /repos/brennvik/boards/git/commits':
        return { sha: 'commit' };
      case 'POST /graphql':
        return { data: { repository: { ref: null } } };
      case 'POST /repos/brennvik/boards/git/refs':
        return {};
      case 'POST /repos/brennvik/boards/pulls':
        return this.#open(body as Omit<OpenedPullRequest, 'files'>);
      default:
        return undefined;
    }
  }

  #open({ head, base, title, body }: Omit<OpenedPullRequest, 'files'>) {
    const files = Object.fromEntries(
      this.#tree.map(({ path, sha }) => [path, this.#blobs[Number(sha)]]),
    );
    this.pullRequests.push({ head, base, title, body, files });
    const number = this.pullRequests.length;
    return {
      number,
      html_url: `https://github.com/brennvik/boards/pull/${number}`,
      base: { ref: base },
    };
  }
}
