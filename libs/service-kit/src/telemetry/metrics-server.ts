import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { registry } from './metrics.js';

/** Serves /metrics on a port of its own, which no Ingress leads to. */
export async function serveMetrics(port: number, host: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType }).end(text);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
