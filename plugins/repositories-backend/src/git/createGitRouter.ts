import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  assertError,
  InputError,
  NotAllowedError,
  stringifyError,
} from '@backstage/errors';
import { streamGit } from '@portal/git';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CloneAccess } from './CloneAccess';

const service = 'git-upload-pack';
const timeLimit = 5 * 60_000;
/** Bytes, unpacked, that a client may send to say what it wants and has. */
const largestRequest = 8 * 1024 * 1024;

/** What {@link createGitRouter} works with. */
export type GitRouterOptions = {
  access: CloneAccess;
  auditor: AuditorService;
  logger: LoggerService;
  repositories: RepositoriesService;
  maxClones: number;
};

/**
 * Git's smart HTTP protocol, for reading only: `git clone <backend>/api/repositories/git/<name>.git`.
 *
 * @remarks
 *
 * Source: the protocol description "http-protocol" that comes with git. A push is refused in words that git shows.
 */
export function createGitRouter(options: GitRouterOptions): Router {
  const { access, auditor, logger, repositories, maxClones } = options;
  const router = PromiseRouter();
  let clones = 0;

  /** Lets git answer, as one of a few at once. */
  async function answer(
    request: Request,
    response: Response,
    run: (gitDir: string) => {
      args: string[];
      contentType: string;
      first?: string;
      input?: AsyncIterable<Buffer>;
    },
  ) {
    if (clones >= maxClones) {
      response.setHeader('retry-after', '2');
      response.status(503).type('text').send('Too many clones; come again\n');
      return;
    }
    clones += 1;
    const ended = new AbortController();
    response.once('close', () => ended.abort());
    try {
      const gitDir = await repositories.gitDirOf(request.params.name);
      const { args, contentType, first = '', input } = run(gitDir);
      const output = streamGit({
        gitDir,
        args: [service.replace('git-', ''), '--stateless-rpc', ...args, gitDir],
        input,
        signal: AbortSignal.any([ended.signal, AbortSignal.timeout(timeLimit)]),
        variables: protocolOf(request),
      });
      const whole = Readable.from(
        (async function* body() {
          let isBegun = false;
          for await (const chunk of output) {
            if (!isBegun) {
              // Not before git has begun: until then an error is an answer of its own.
              response.setHeader('content-type', contentType);
              response.setHeader('cache-control', 'no-cache');
              yield Buffer.from(first);
              isBegun = true;
            }
            yield chunk;
          }
        })(),
      );
      await pipeline(whole, response);
    } catch (error) {
      if (response.headersSent) {
        // The client sees that the stream broke off; there is nobody to tell.
        logger.warn(
          `A clone of ${request.params.name} broke off: ${stringifyError(
            error,
          )}`,
        );
        response.destroy();
        return;
      }
      throw error;
    } finally {
      clones -= 1;
    }
  }

  router.use('/:name.git', async (request, response, next) => {
    try {
      response.locals.clonedBy = await access.require(request);
      next();
    } catch (error) {
      // Git asks for a name and a password only when it is told so.
      response.setHeader('www-authenticate', 'Basic realm="portal"');
      next(error);
    }
  });

  router.get('/:name.git/info/refs', async (request, response) => {
    if (request.query.service !== service) {
      throw new NotAllowedError(
        'The repositories of the portal are for reading; add a remote of your own to push to',
      );
    }
    await answer(request, response, () => ({
      args: ['--advertise-refs'],
      contentType: `application/x-${service}-advertisement`,
      first: `${packetLine(`# service=${service}\n`)}0000`,
    }));
  });

  router.post(`/:name.git/${service}`, async (request, response) => {
    if (
      request.headers['content-type'] !== `application/x-${service}-request`
    ) {
      throw new InputError(
        `The content type has to be application/x-${service}-request`,
      );
    }
    const event = await auditor.createEvent({
      eventId: 'repository-clone',
      severityLevel: 'medium',
      meta: { repository: request.params.name, by: response.locals.clonedBy },
    });
    try {
      await answer(request, response, () => ({
        args: [],
        contentType: `application/x-${service}-result`,
        input: readBounded(request),
      }));
      await event.success();
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  });

  router.post('/:name.git/git-receive-pack', async () => {
    throw new NotAllowedError('The repositories of the portal are for reading');
  });

  return router;
}

/** The version of the protocol that the client asks for; nothing else of the header reaches git. */
function protocolOf(request: Request): Record<string, string> {
  const version = /(?:^|:)version=([12])(?:$|:)/.exec(
    String(request.headers['git-protocol'] ?? ''),
  )?.[1];
  return version ? { GIT_PROTOCOL: `version=${version}` } : {};
}

async function* readBounded(request: Request): AsyncGenerator<Buffer> {
  const isPacked = request.headers['content-encoding'] === 'gzip';
  const body = isPacked ? request.pipe(createGunzip()) : request;
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestRequest) {
      throw new InputError(
        `A request of more than ${largestRequest} bytes is none that a clone needs`,
      );
    }
    yield chunk;
  }
}

function packetLine(text: string): string {
  return (text.length + 4).toString(16).padStart(4, '0') + text;
}
