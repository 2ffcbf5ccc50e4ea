import { openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import {
  type RecordedLine,
  recordedTopicVariable,
  recordingVariable,
  type Statement,
  statement,
} from './recording.js';

/**
 * Preloaded into points (`node --import`) for one run that is not measured: writes down what each committed chunk sent
 * to Postgres. So the baseline replays what points really does, without importing a line of it, and cannot fall behind
 * when points changes. The service itself knows nothing of this.
 */
const file = openSync(process.env[recordingVariable] ?? '', 'a');
const topic = process.env[recordedTopicVariable];

/** The open transaction of each connection. */
const open = new WeakMap<object, Statement[]>();
const relayTexts = new Set<string>();

type Query = (this: object, ...args: unknown[]) => unknown;
const prototype = pg.Client.prototype as unknown as { query: Query };
const query = prototype.query;
prototype.query = function (...args) {
  const [config, values] = args;
  if (typeof config === 'string') note(this, config, Array.isArray(values) ? values : []);
  else if (isPrepared(config)) note(this, config.text, config.values);
  return query.apply(this, args);
};

function isPrepared(config: unknown): config is Statement {
  return statement.safeParse(config).success;
}

function note(client: object, text: string, values: unknown[]): void {
  const statements = open.get(client);
  if (/^\s*(START TRANSACTION|BEGIN)/i.test(text)) open.set(client, []);
  else if (statements === undefined) noteOfRelay(text, values);
  else if (/^\s*COMMIT/i.test(text)) {
    open.delete(client);
    const partitions = partitionsOf(statements);
    if (partitions !== undefined) write({ kind: 'chunk', partitions, statements });
  } else if (/^\s*ROLLBACK/i.test(text)) open.delete(client);
  else statements.push({ text, values });
}

/** The chunk's partitions, by the rows of stored offsets that it locks; undefined for any other transaction. */
function partitionsOf(statements: readonly Statement[]): number[] | undefined {
  const offsets = statements.find(
    ({ text, values }) => text.includes('consumer_offsets') && values.includes(topic),
  );
  return offsets === undefined ? undefined : z.array(z.int()).parse(offsets.values[2]);
}

function noteOfRelay(text: string, values: unknown[]): void {
  if (!/(SELECT id,|DELETE)[\s\S]*FROM outbox/i.test(text) || relayTexts.has(text)) return;
  relayTexts.add(text);
  write({ kind: 'relay', text, values });
}

function write(line: RecordedLine): void {
  writeSync(file, `${JSON.stringify(line)}\n`);
}
