import Fastify, { type FastifyInstance } from 'fastify';
import { createMetrics } from './createMetrics.ts';
import type { Config } from './readConfig.ts';

/** The name of this component in the developer portal. */
export const component = 'example-service';

/** The service without its port: what tests talk to. */
export interface Service {
  server: FastifyInstance;
  /** Says that no new work is welcome, lets load balancers learn of it, and ends what has begun. */
  stop(): Promise<void>;
}

/** Creates the service with all of its routes. */
export function createServer(
  config: Config,
  options: { log?: { write(line: string): void } } = {},
): Service {
  let stopping = false;
  const server = Fastify({
    logger: {
      level: config.logLevel,
      base: { component, environment: config.environment },
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      ...(options.log && { stream: options.log }),
    },
    requestTimeout: 30_000,
    return503OnClosing: false,
  });

  createMetrics(server, { component, environment: config.environment });

  server.get('/', async () => ({ component, environment: config.environment }));

  // Alive as long as it answers at all; what it depends on does not belong here, since a restart would not cure it.
  server.get('/health/live', { logLevel: 'warn' }, async () => ({ status: 'ok' }));

  server.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    if (stopping) {
      reply.code(503);
      return { status: 'stopping' };
    }
    return { status: 'ok' };
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
