import type { FastifyInstance } from 'fastify';

/** This machine alone, unless it is open; and no page of another site, which a browser here might have loaded. */
export function localOnly(app: FastifyInstance, open: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!open && !isLoopback(request.ip))
      return reply.code(403).send({ error: 'The control port is for this machine only' });
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
      return reply.code(403).send({ error: 'Not from another site' });
  });
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
