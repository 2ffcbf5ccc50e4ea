import { describe, expect, it } from '@jest/globals';
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

  it('keeps for ever only what holds no personal data', () => {
    const kept = Object.values<TopicDefinition>(topics).filter(topic => topic.retention === 'forever');
    expect(kept.filter(topic => topic.personalData)).toEqual([]);
  });
});
