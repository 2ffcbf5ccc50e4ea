import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Kafka, type KafkaMessage, logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';
import { readInput } from '../load/program.js';
import { pointsASale } from '../load/sale.js';
import { chainInput, hopTable } from './chain-types.js';

/**
 * The baseline of end to end, in one process: POST → produce → as many hops as there are topics. A hop consumes a
 * batch, adds it to its counts with one upsert (where it has a database) and produces it to the next topic; the last
 * one writes the ambassador's open streams. At least once and no more: no rules, no outbox, no stored offsets, no
 * identity of events. POSTs are sent on one by one, acks=all.
 */
const { port, brokers, topics, databaseUrl } = readInput(chainInput);
const kafka = new Kafka({ clientId: 'bench-chain', brokers, logLevel: logLevel.ERROR });
const producer = kafka.producer({
  allowAutoTopicCreation: false,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();
const pool = databaseUrl === null ? undefined : new pg.Pool({ connectionString: databaseUrl, max: 14 });
const points = new Map<string, number>();
const streams = new Map<string, Set<ServerResponse>>();
const consumers = await Promise.all(topics.map(consume));

const server = createServer((request, response) => {
  if (request.method === 'POST') void accept(request, response);
  else if (request.url === '/') response.end();
  else watch(decodeURIComponent(request.url?.slice(1) ?? ''), response);
});
server.listen(port, '127.0.0.1');

async function accept(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sale = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { ambassador: { externalId: string } };
  const messages = [{ key: sale.ambassador.externalId, value: JSON.stringify(sale) }];
  await producer.send({ topic: topics[0]!, acks: -1, messages });
  response.writeHead(202).end('{"accepted":1}');
}

async function consume(topic: string, hop: number) {
  const consumer = kafka.consumer({ groupId: `bench-chain-${topic}`, maxWaitTimeInMs: 100 });
  const next = topics[hop + 1];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const joined = new Promise(resolve => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.run({
    partitionsConsumedConcurrently: 8,
    eachBatch: async ({ batch: { messages } }) => {
      const counts = countsOf(messages);
      if (pool !== undefined) await pool.query(upsert(hop), [[...counts.keys()], [...counts.values()]]);
      if (next === undefined) show(counts);
      else {
        const onward = messages.map(({ key, value }) => ({ key, value }));
        await producer.send({ topic: next, acks: -1, messages: onward });
      }
    },
  });
  await joined;
  return consumer;
}

function countsOf(messages: readonly KafkaMessage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of messages) {
    const sale = JSON.parse(value!.toString('utf8')) as { ambassador: { externalId: string } };
    const who = sale.ambassador.externalId;
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return counts;
}

function upsert(hop: number): string {
  return `INSERT INTO ${hopTable(hop)} AS known (ambassador, sales)
    SELECT * FROM unnest($1::text[], $2::bigint[]) AS row (ambassador, sales) ORDER BY ambassador
    ON CONFLICT (ambassador) DO UPDATE SET sales = known.sales + excluded.sales`;
}

function watch(ambassador: string, response: ServerResponse): void {
  const open = streams.get(ambassador) ?? new Set();
  streams.set(ambassador, open.add(response));
  response.on('close', () => open.delete(response));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(frameOf(ambassador));
}

function show(counts: ReadonlyMap<string, number>): void {
  for (const [ambassador, sales] of counts) {
    points.set(ambassador, (points.get(ambassador) ?? 0) + sales * pointsASale);
    for (const response of streams.get(ambassador) ?? []) response.write(frameOf(ambassador));
  }
}

function frameOf(ambassador: string): string {
  return `data: ${JSON.stringify({ points: points.get(ambassador) ?? 0 })}\n\n`;
}

process.on('SIGTERM', async () => {
  server.closeAllConnections();
  await Promise.all(consumers.map(consumer => consumer.disconnect())).catch(() => undefined);
  await producer.disconnect().catch(() => undefined);
  await pool?.end().catch(() => undefined);
  process.exit(0);
});
