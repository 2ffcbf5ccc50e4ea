import { type EventDefinition, envelope } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { type TopicDefinition, topics } from '@cairn/contracts/topics';
import { describe, expect, it } from '@jest/globals';
import { messageKey } from './message-key.js';

const brandid = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a00';
const eventOf = (definition: EventDefinition, data: unknown = definition.example) =>
  envelope.parse({
    specversion: '1.0',
    id: '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a99',
    source: 'cairn/test',
    type: definition.type,
    time: '2026-11-01T10:00:00.000Z',
    brandid,
    acceptedat: '2026-11-01T10:00:00.000Z',
    correlationid: 'c',
    data,
  });
const all = Object.values<TopicDefinition>(topics).flatMap(({ events }) => events);

describe('the key of a message that lost it', () => {
  it.each(all.map(definition => [definition.type, definition] as const))('of %s', (_, definition) => {
    const key = messageKey(eventOf(definition));
    const whole = definition === brandChanged || definition === auditRecorded;
    expect(key).toMatch(whole ? new RegExp(`^${brandid}$`) : new RegExp(`^${brandid}:.+`));
    expect(key).not.toContain('undefined');
  });

  it('of somebody unknown', () => {
    const data = { ...receiptChanged.example, ambassadorId: null, eventId: 'evt-1' };
    expect(messageKey(eventOf(receiptChanged, data))).toBe(`${brandid}:event:evt-1`);
  });
});
