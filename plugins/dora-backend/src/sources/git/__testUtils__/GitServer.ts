import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createTestCertificate } from './createTestCertificate';

/** Serves repositories below a folder over https, with git's own server program. */
export class GitServer {
  readonly certificate: string;
  /** What every request carried as `Authorization`. */
  readonly authorizations: Array<string | undefined> = [];
  /** Answers instead of git where it is set. */
  answer?: (response: ServerResponse) => void;
  readonly #server: Server;
  readonly #root: string;

  private constructor(
    root: string,
    certificate: { key: string; cert: string },
  ) {
    this.#root = root;
    this.certificate = certificate.cert;
    this.#server = createServer(certificate, (request, response) => {
      this.authorizations.push(request.headers.authorization);
      if (this.answer) {
        this.answer(response);
      } else {
        this.#serve(request, response);
      }
    });
  }

  static async start(options: { root: string }): Promise<GitServer> {
    const server = new GitServer(options.root, createTestCertificate());
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get host(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `localhost:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'https://localhost');
    const program = join(
      execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
      'git-http-backend',
    );
    const backend = spawn(program, {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'uploadpack.allowFilter',
        GIT_CONFIG_VALUE_0: 'true',
        GIT_CONFIG_KEY_1: 'safe.directory',
        GIT_CONFIG_VALUE_1: '*',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: String(
          request.headers['content-encoding'] ?? '',
        ),
        REMOTE_ADDR: '127.0.0.1',
      },
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.on('close', () => {
      const bytes = Buffer.concat(chunks);
      const end = bytes.indexOf('\r\n\r\n');
      for (const line of bytes.toString('latin1', 0, end).split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          response.statusCode = Number(value.split(' ')[0]);
        } else {
          response.setHeader(name, value);
        }
      }
      response.end(bytes.subarray(end + 4));
    });
  }
}
