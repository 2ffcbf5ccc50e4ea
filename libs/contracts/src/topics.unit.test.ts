import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allEvents } from './tooling/json-schemas.js';
import { type TopicDefinition, topics } from './topics.js';

describe('every event', () => {
  it.each(allEvents().map(event => [event.type, event] as const))(
    '%s: its example is its data',
    (_, event) => {
      expect(event.data.parse(event.example)).toEqual(event.example);
    },
  );

  it('is named com.cairn.<family>.<thing>.v<n>', () => {
    for (const event of allEvents()) expect(event.type).toMatch(/^com\.cairn(\.[a-z-]+){2,4}\.v\d+$/);
  });
});

describe('the topic table', () => {
  it('names each topic once', () => {
    const names = Object.values<TopicDefinition>(topics).map(topic => topic.topic);
    expect(new Set(names).size).toBe(names.length);
  });

  const all = Object.values<TopicDefinition>(topics);
  const kept = all.filter(topic => topic.retention === 'forever');

  it('6.3 keeps for ever only what holds no personal data', () => {
    expect(kept.map(topic => topic.topic)).toEqual(['cairn.points.entries.v1']);
    expect(kept.filter(topic => topic.personalData)).toEqual([]);
  });

  it('6.3 what is kept for ever is ids, numbers, instants and words of a list: no text that somebody wrote', () => {
    const texts = kept.flatMap(topic => topic.events).flatMap(event => textsOf(event.data));
    // The brand's own ids, of an event and of an order in a claim.
    expect(texts).toEqual(['eventId', 'claim']);
  });

  it('6.3 what holds personal data is gone within 30 days, or overwritten by key', () => {
    const retentions = all.filter(topic => topic.personalData).map(topic => topic.retention);
    expect(retentions.length).toBeGreaterThan(3);
    for (const retention of retentions) {
      if (retention !== 'compact') expect(retention).toBeLessThanOrEqual(30);
    }
  });
});

/** The names of fields whose text may be any. */
function textsOf(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).flatMap(([name, property]) => (isAnyText(property) ? [name] : []));
}

function isAnyText(property: unknown): boolean {
  const { type, format, enum: words, anyOf = [] } = property as JsonSchema;
  return (type === 'string' && format === undefined && words === undefined) || anyOf.some(isAnyText);
}

interface JsonSchema {
  type?: string;
  format?: string;
  enum?: string[];
  anyOf?: JsonSchema[];
}
