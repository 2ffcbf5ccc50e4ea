import type { FastifyInstance } from 'fastify';
import { httpSeconds } from '../telemetry/metrics.js';

/** Times every request by its route (never by its URL: ids would make a series each). */
export function timeRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    httpSeconds.observe(
      { route: request.routeOptions.url ?? 'unmatched', method: request.method, status: reply.statusCode },
      reply.elapsedTime / 1_000,
    );
  });
}
