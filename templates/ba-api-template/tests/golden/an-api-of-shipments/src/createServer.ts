import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import openapiGlue from 'fastify-openapi-glue';
import { createMetrics } from './createMetrics.ts';
import { createOperations } from './createOperations.ts';
import type { components } from './generated/api.ts';
import type { Config } from './readConfig.ts';
import { type Entry, readContract, readEntries } from './readContract.ts';

/** The name of this component in the developer portal. */
export const component = 'example-api';

type Problem = components['schemas']['Problem'];

/** The service without its port: what tests talk to. */
export interface Service {
  server: FastifyInstance;
  /** Says that no new work is welcome, lets load balancers learn of it, and ends what has begun. */
  stop(): Promise<void>;
}

/** Creates the service: the routes of openapi.yaml, and those that operate it. */
export function createServer(config: Config, entries: Entry[] = readEntries()): Service {
  let stopping = false;
  const server = Fastify({
    logger: {
      level: config.logLevel,
      base: { component, environment: config.environment },
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    },
    requestTimeout: 30_000,
    return503OnClosing: false,
    ajv: { customOptions: { removeAdditional: false } },
  });
  const contract = readContract();

  createMetrics(server, { component, environment: config.environment });
  server.register(openapiGlue, {
    specification: contract.document,
    serviceHandlers: createOperations(entries),
  });
  server.get('/openapi.yaml', async (_request, reply) => {
    reply.type('application/yaml');
    return contract.text;
  });

  // Alive as long as it answers at all; what it depends on does not belong here, since a restart would not cure it.
  server.get('/health/live', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  server.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    if (stopping) {
      reply.code(503);
      return { status: 'stopping' };
    }
    return { status: 'ok' };
  });

  server.setNotFoundHandler((_request, reply) => {
    const problem: Problem = { title: 'There is nothing at this address', status: 404 };
    reply.code(404).type('application/problem+json').send(problem);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error(error);
    }
    const problem: Problem =
      status < 500
        ? { title: 'The request does not fit the contract', status, detail: error.message }
        : { title: 'Something went wrong here', status };
    reply.code(status).type('application/problem+json').send(problem);
  });

  return {
    server,
    async stop() {
      stopping = true;
      await new Promise((resolve) => setTimeout(resolve, config.drainMillis));
      await server.close();
    },
  };
}
