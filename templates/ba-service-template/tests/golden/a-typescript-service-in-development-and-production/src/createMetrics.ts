import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Measures every request of a server, and answers what was measured to Prometheus. */
export function createMetrics(server: FastifyInstance, labels: Record<string, string>): void {
  const registry = new Registry();
  registry.setDefaultLabels(labels);
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_server_requests_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'uri', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });

  server.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, never the address itself: each address would be a series of its own.
    const uri = request.routeOptions.url ?? 'none';
    duration.observe(
      { method: request.method, uri, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });

  server.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
