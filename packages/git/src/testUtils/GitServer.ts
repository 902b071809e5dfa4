import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestCertificate } from './createTestCertificate';
import { serveGit } from './serveGit';

/**
 * Serves repositories below a folder over https, with git's own server program.
 *
 * @public
 */
export class GitServer {
  readonly certificate: string;
  /** What every request carried as `Authorization`. */
  readonly authorizations: Array<string | undefined> = [];
  /** Answers instead of git where it is set. */
  answer?: (response: ServerResponse, request: IncomingMessage) => void;
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
        this.answer(response, request);
      } else {
        serveGit(this.#root, request, response);
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
}
