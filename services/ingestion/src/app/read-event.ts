import { type IngestEvent, ingestEvent } from '@cairn/contracts/http/ingest-event';
import { fieldErrors } from '@cairn/service-kit/http/problem';
import { unstorableText } from '@cairn/service-kit/http/storable';
import { checkTime, type Refusal } from '../domain/check-event.js';

export type ReadEvent =
  | { kind: 'event'; event: IngestEvent }
  | ({ kind: 'refused'; id: string | null } & Refusal);

const known = new Set<unknown>(ingestEvent.options.map(option => option.shape.type.value));

/** Reads one event of a request: its shape, its type, its time (api.md, Ingestion). @param now milliseconds. */
export function readEvent(value: unknown, now: number, maxEventAgeDays: number): ReadEvent {
  const id = idOf(value);
  const type = (value as { type?: unknown } | null)?.type;
  if (typeof type === 'string' && !known.has(type)) {
    const errors = [{ path: 'type', message: `${type} is not known: use one of ${[...known].join(', ')}` }];
    return { kind: 'refused', id, code: 'unknown_type', errors };
  }
  const unstorable = unstorableText(value);
  if (unstorable.length > 0) return { kind: 'refused', id, code: 'invalid_event', errors: unstorable };
  const parsed = ingestEvent.safeParse(value);
  if (!parsed.success)
    return { kind: 'refused', id, code: 'invalid_event', errors: fieldErrors(parsed.error) };
  const refusal = checkTime(Date.parse(parsed.data.occurredAt), now, maxEventAgeDays);
  return refusal === null ? { kind: 'event', event: parsed.data } : { kind: 'refused', id, ...refusal };
}

function idOf(value: unknown): string | null {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 200) : null;
}
