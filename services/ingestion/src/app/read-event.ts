import { type IngestEvent, ingestEvent } from '@cairn/contracts/http/ingest-event';
import type { FieldError } from '@cairn/contracts/http/problem';
import { fieldErrors } from '@cairn/service-kit/http/problem';
import { unstorableText } from '@cairn/service-kit/http/storable';
import { checkTime, type Refusal } from '../domain/check-event.js';
import { readJson } from './read-json.js';

export type ReadEvent =
  | { kind: 'event'; event: IngestEvent }
  | ({ kind: 'refused'; id: string | null } & Refusal);

const known = new Set<unknown>(ingestEvent.options.map(option => option.shape.type.value));
const types = `use one of ${[...known].join(', ')}`;

/** One refused event must not make an answer large. */
const mostErrors = 10;
const longestMessage = 300;

/** Reads one event of a request: its shape, its type, its time (api.md, Ingestion). @param now milliseconds. */
export function readEvent(value: unknown, now: number, maxEventAgeDays: number): ReadEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(null, 'invalid_event', [{ path: '', message: 'not a JSON object: send one an event' }]);
  }
  const { id: given, type } = value as { id?: unknown; type?: unknown };
  const id = typeof given === 'string' ? given.slice(0, 200) : null;
  if (typeof type !== 'string') {
    return refused(id, 'invalid_event', [{ path: 'type', message: `not given as text: ${types}` }]);
  }
  if (!known.has(type)) {
    const message = `${type.slice(0, 100)} is not known: ${types}`;
    return refused(id, 'unknown_type', [{ path: 'type', message }]);
  }
  const parsed = ingestEvent.safeParse(value);
  if (!parsed.success) return refused(id, 'invalid_event', fieldErrors(parsed.error).map(sayWhy(value)));
  // Only of what is taken: fields that nobody knows end here, however deep they are.
  const unstorable = unstorableText(parsed.data);
  if (unstorable.length > 0) return refused(id, 'invalid_event', unstorable);
  const refusal = checkTime(Date.parse(parsed.data.occurredAt), now, maxEventAgeDays);
  return refusal === null ? { kind: 'event', event: parsed.data } : { kind: 'refused', id, ...refusal };
}

/** Reads one line of NDJSON; null is a line that was too long to be kept. */
export function readLine(line: Uint8Array | null, now: number, maxEventAgeDays: number): ReadEvent {
  if (line === null) {
    return refused(null, 'too_large', [{ path: '', message: 'a line over 256 KiB: send one event a line' }]);
  }
  const read = readJson(line);
  if (read.kind === 'broken') return refused(null, 'invalid_json', [{ path: '', message: read.message }]);
  return readEvent(read.value, now, maxEventAgeDays);
}

function refused(id: string | null, code: string, errors: FieldError[]): ReadEvent {
  const short = errors.slice(0, mostErrors).map(({ path, message }) => ({
    path: path.slice(0, longestMessage),
    message: message.slice(0, longestMessage),
  }));
  return { kind: 'refused', id, code, errors: short };
}

/** A NaN is what {@link readJson} makes of a figure that it would have to round. */
function sayWhy(value: object) {
  return (error: FieldError): FieldError => {
    const at = error.path
      .split('.')
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], value);
    if (!Number.isNaN(at)) return error;
    return { ...error, message: 'cannot be kept exactly as written: send an integer, without decimals' };
  };
}
