import type { Envelope } from '@cairn/contracts/envelope';
import { type TopicDefinition, topics } from '@cairn/contracts/topics';
import { DomainError } from '@cairn/service-kit/domain-error';
import { DecodeError, decodeEvent } from '@cairn/service-kit/events/decode';
import { z } from 'zod';

const typed = z.object({ type: z.string() });

/**
 * The event of a message that is to go back to its topic, by the rules of those who read that topic.
 * @throws DomainError `undecodable` with the reason, `unknown_topic`, `unknown_type`.
 */
export function readMended(topic: string, text: string | null): Envelope {
  const definition = Object.values<TopicDefinition>(topics).find(candidate => candidate.topic === topic);
  if (definition === undefined) {
    throw new DomainError('unknown_topic', `There is no topic ${topic} to send it back to.`);
  }
  const event = decoded(definition, text);
  if (event !== undefined) return event;
  const types = definition.events.map(({ type }) => type).join(', ');
  const { type } = typed.parse(JSON.parse(text ?? ''));
  throw new DomainError(
    'unknown_type',
    `Nobody on ${topic} reads the type ${type}: send the message mended as \`value\`, as one of ${types}.`,
  );
}

function decoded(definition: TopicDefinition, text: string | null): Envelope | undefined {
  try {
    return decodeEvent(text === null ? null : Buffer.from(text), definition.events);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new DomainError(
      'undecodable',
      `The message cannot be read: ${error.message.replace(/\s+/g, ' ')}. Send it mended as \`value\`.`,
    );
  }
}
