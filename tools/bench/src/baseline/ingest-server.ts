import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { readInput } from '../load/program.js';
import { ingestServerInput } from './ingest-server-types.js';

/**
 * The baseline of HTTP ingest: what one would write by hand. It parses the body, sends each request's events with one
 * `producer.send`, acks=all, and answers 202 after the ack. No validation of fields, no keys of brands, no database, no
 * gathering over requests, no idempotent producer: what ingestion adds on top is what the ratio shows.
 */
interface Event {
  readonly ambassador: { readonly externalId: string };
}

const { port, brokers, topic } = readInput(ingestServerInput);

const producer = new Kafka({ clientId: 'bench-baseline', brokers, logLevel: logLevel.ERROR }).producer({
  allowAutoTopicCreation: false,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();

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
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Event | Event[];
  const events = Array.isArray(body) ? body : [body];
  const messages = events.map(one => ({ key: one.ambassador.externalId, value: JSON.stringify(one) }));
  await producer.send({ topic, acks: -1, messages });
  response.writeHead(202, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ accepted: events.length }));
}

process.on('SIGTERM', () => {
  server.closeAllConnections();
  void producer.disconnect().finally(() => process.exit(0));
});
