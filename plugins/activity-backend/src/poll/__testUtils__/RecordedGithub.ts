import { LocalServer } from '@portal/local-server';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A server of this machine that plays recorded answers as GitHub's REST API gives them: with ETags, 304 for what is the same, and a
 * limit of requests. See https://docs.github.com/en/rest/using-the-rest-api
 */
export class RecordedGithub {
  /** The answers by path, without query. */
  readonly answers = new Map<string, unknown>();
  readonly seen: { path: string; status: number }[] = [];
  remaining = 5000;
  #server!: LocalServer;

  private constructor() {}

  static async start(): Promise<RecordedGithub> {
    const github = new RecordedGithub();
    github.#server = await LocalServer.start((request, response) =>
      github.#answer(request, response),
    );
    return github;
  }

  get url(): string {
    return this.#server.url;
  }

  /** The statuses of the requests since the last call. */
  take(): number[] {
    return this.seen.splice(0).map(({ status }) => status);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const body = this.answers.get(path.split('?')[0]);
    const text = JSON.stringify(body ?? { message: 'Not Found' });
    const etag = `"${createHash('sha1').update(text).digest('hex')}"`;
    let status = body === undefined ? 404 : 200;
    if (this.remaining === 0) {
      status = 403;
    } else if (request.headers['if-none-match'] === etag) {
      status = 304;
    } else {
      this.remaining -= 1;
    }
    this.seen.push({ path, status });
    response.writeHead(status, {
      etag,
      'x-ratelimit-limit': 5000,
      'x-ratelimit-remaining': this.remaining,
      'x-ratelimit-reset': Math.ceil(Date.now() / 1000) + 3600,
    });
    response.end(status === 304 ? undefined : text);
  }
}
