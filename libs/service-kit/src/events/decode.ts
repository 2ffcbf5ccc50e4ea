import { type Envelope, type EventDefinition, envelope } from '@cairn/contracts/envelope';
import { z } from 'zod';
import { unstorableText } from '../http/storable.js';

/** The message can never be read: not JSON, not an envelope, or not its type's data. */
export class DecodeError extends Error {}

/**
 * Reads one message of a topic.
 * @returns the event, or undefined where its type is not among `definitions`: unknown types are skipped (design.md §2).
 * @throws DecodeError
 */
export function decodeEvent(
  value: Buffer | null,
  definitions: readonly EventDefinition[],
): Envelope | undefined {
  const parsed = envelope.safeParse(parseJson(value));
  if (!parsed.success) throw new DecodeError(`not an event envelope: ${z.prettifyError(parsed.error)}`);
  const definition = definitions.find(candidate => candidate.type === parsed.data.type);
  if (definition === undefined) return undefined;
  const data = definition.data.safeParse(parsed.data.data);
  if (!data.success)
    throw new DecodeError(`not the data of ${definition.type}: ${z.prettifyError(data.error)}`);
  const [unstorable] = unstorableText({ data: data.data, correlationid: parsed.data.correlationid });
  if (unstorable !== undefined) throw new DecodeError(`${unstorable.path} ${unstorable.message}`);
  return { ...parsed.data, data: data.data };
}

function parseJson(value: Buffer | null): unknown {
  if (value === null) throw new DecodeError('an empty message');
  try {
    return JSON.parse(value.toString('utf8'));
  } catch {
    throw new DecodeError('not JSON');
  }
}
