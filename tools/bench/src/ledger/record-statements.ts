import { openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { type RecordedLine, recordedTopicVariable, recordingVariable, type Statement } from './recording.js';

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
  const [text, values] = args;
  if (typeof text === 'string') note(this, text, Array.isArray(values) ? values : []);
  return query.apply(this, args);
};

function note(client: object, text: string, values: unknown[]): void {
  const statements = open.get(client);
  if (/^\s*(START TRANSACTION|BEGIN)/i.test(text)) open.set(client, []);
  else if (statements === undefined) noteOfRelay(text, values);
  else if (/^\s*COMMIT/i.test(text)) {
    open.delete(client);
    const partition = partitionOf(statements);
    if (partition !== undefined) write({ kind: 'chunk', partition, statements });
  } else if (/^\s*ROLLBACK/i.test(text)) open.delete(client);
  else statements.push({ text, values });
}

/** The chunk's partition, by the row of stored offsets that it locks; undefined for any other transaction. */
function partitionOf(statements: readonly Statement[]): number | undefined {
  const offsets = statements.find(
    ({ text, values }) => text.includes('consumer_offsets') && values.includes(topic),
  );
  return offsets === undefined ? undefined : Number(offsets.values[2]);
}

function noteOfRelay(text: string, values: unknown[]): void {
  if (!/(SELECT|DELETE)[\s\S]*FROM outbox/i.test(text) || relayTexts.has(text)) return;
  relayTexts.add(text);
  write({ kind: 'relay', text, values });
}

function write(line: RecordedLine): void {
  writeSync(file, `${JSON.stringify(line)}\n`);
}
