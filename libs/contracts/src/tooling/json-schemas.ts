import { z } from 'zod';
import type { EventDefinition } from '../envelope.js';
import { type TopicDefinition, topics } from '../topics.js';

export type JsonSchema = Record<string, unknown>;

/** Every event there is, by type; the table of topics is the only list. */
export function allEvents(): EventDefinition[] {
  const events = Object.values<TopicDefinition>(topics).flatMap(topic => [...topic.events]);
  return [...new Map(events.map(event => [event.type, event])).values()].sort((a, b) =>
    a.type < b.type ? -1 : 1,
  );
}

/** The JSON Schema of an event's data, by zod's own generator. */
export function schemaOf(event: EventDefinition): JsonSchema {
  return {
    $id: `urn:cairn:event:${event.type}`,
    title: event.type,
    description: event.summary,
    ...z.toJSONSchema(event.data, { target: 'draft-2020-12', io: 'input' }),
    examples: [event.example],
  };
}
