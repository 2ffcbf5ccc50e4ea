import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { readInput } from '../load/program.js';
import { webhookServerInput } from './webhook-server-types.js';

/**
 * The baseline of shops' webhooks: what one would write by hand. It checks the signature, parses the body, keeps the id with
 * one INSERT, and answers. No brand, no order's state, no attribution, no outbox: what those cost is what the ratio shows.
 */
const { port, secret, database } = readInput(webhookServerInput);

/** As many as a service has. */
const pool = new pg.Pool({ connectionString: database, max: 14 });
pool.on('error', () => undefined);
await pool.query('CREATE TABLE IF NOT EXISTS bench_webhooks (webhook_id text PRIMARY KEY)');

const keep = 'INSERT INTO bench_webhooks (webhook_id) VALUES ($1) ON CONFLICT DO NOTHING';

const server = createServer((request, response) => {
  if (request.method === 'GET') response.end();
  else
    take(request, response).catch(error => {
      response.writeHead(503).end(String(error));
    });
});
server.listen(port, '127.0.0.1');

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const given = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64');
  const ours = createHmac('sha256', secret).update(body).digest();
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) {
    response.writeHead(401).end();
    return;
  }
  JSON.parse(body.toString('utf8'));
  await pool.query({ name: 'keep', text: keep, values: [request.headers['x-shopify-webhook-id']] });
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}

process.on('SIGTERM', () => {
  server.closeAllConnections();
  void pool.end().finally(() => process.exit(0));
});
