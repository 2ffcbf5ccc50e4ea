import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { readInput, writeAnswer } from '../load/program.js';
import { ChunkQueue } from './chunk-queue.js';
import { recordedLine } from './recording.js';
import { replayInput } from './replay-types.js';

/**
 * The baseline of the ledger: the chunks that points wrote, statement by statement with the same parameters, by a bare
 * pg client. `connections` of them work side by side, and one more empties the outbox as the relay does, without
 * publishing. No Kafka, no rules, no decoding.
 */
const { databaseUrl, recording, connections } = readInput(replayInput);
const lines = readFileSync(recording, 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => recordedLine.parse(JSON.parse(line)));
const chunks = lines.filter(line => line.kind === 'chunk');
const relay = lines.filter(line => line.kind === 'relay');
const names = new Map<string, string>();
const outboxRow = z.object({ id: z.unknown() });

const clients = await Promise.all(Array.from({ length: connections }, connect));
const relayClient = await connect();
const queue = new ChunkQueue(chunks);
let finished = false;
const relaying = emptyOutbox();
const started = performance.now();
await Promise.all(clients.map(work));
const seconds = (performance.now() - started) / 1000;
finished = true;
await relaying;
const statements = chunks.reduce((sum, chunk) => sum + chunk.statements.length + 2, 0);
writeAnswer({ seconds, chunks: chunks.length, statementsAChunk: statements / chunks.length });
await Promise.all([...clients, relayClient].map(client => client.end()));

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}

/** Prepared as points does. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `statement_${names.size}`;
  names.set(text, name);
  return name;
}

async function work(client: pg.Client): Promise<void> {
  for (let chunk = queue.take(); chunk !== undefined; chunk = queue.take()) {
    await client.query('BEGIN; SET LOCAL plan_cache_mode = force_generic_plan');
    for (const { text, values } of chunk.statements) {
      await client.query({ name: nameOf(text), text, values });
    }
    await client.query('COMMIT');
    queue.done(chunk);
  }
}

/**
 * The relay's own two statements, in turns, until all chunks are done and nothing is left. The ids to take off, its first
 * parameter, are those that were there; the others are as they were recorded.
 */
async function emptyOutbox(): Promise<void> {
  const select = relay.find(({ text }) => !/DELETE/i.test(text));
  const remove = relay.find(({ text }) => /DELETE/i.test(text));
  if (select === undefined || remove === undefined)
    throw new Error('the recording has no statements of the relay');
  for (;;) {
    const last = finished;
    const { rows } = await relayClient.query(select.text);
    const ids = z.array(outboxRow).parse(rows);
    if (ids.length > 0)
      await relayClient.query(remove.text, [ids.map(({ id }) => id), ...remove.values.slice(1)]);
    else if (last) return;
    else await new Promise(resolve => setTimeout(resolve, 5));
  }
}
