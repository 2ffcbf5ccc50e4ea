import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import { readInput } from '../load/program.js';
import { redirectServerInput } from './redirect-server-types.js';

/**
 * The baseline of referral links: a redirect and nothing else. No look-up, no judging of who asks, no cookie, no row: what
 * a click costs on top is what the ratio shows.
 */
const { port } = readInput(redirectServerInput);

const server = fastify();
server.get('/', async () => '');
server.get<{ Params: { code: string } }>('/r/:code', (request, reply) =>
  reply.redirect(`https://bench.example/shop?ref=${request.params.code}&cairn_click=${randomUUID()}`, 302),
);
await server.listen({ port, host: '127.0.0.1' });

process.on('SIGTERM', () => {
  server.server.closeAllConnections();
  void server.close().finally(() => process.exit(0));
});
