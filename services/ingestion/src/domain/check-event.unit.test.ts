import { describe, expect, it } from '@jest/globals';
import { checkTime } from './check-event.js';

const now = Date.parse('2026-11-01T12:00:00Z');
const day = 86_400_000;

describe('api.md Ingestion: the time of an event', () => {
  it.each([
    ['now', now, null],
    ['5 minutes ahead', now + 300_000, null],
    ['more than 5 minutes ahead', now + 300_001, 'in_the_future'],
    ['as old as the brand allows', now - 400 * day, null],
    ['older', now - 400 * day - 1, 'too_old'],
  ])('%s', (_, occurredAt, code) => {
    expect(checkTime(occurredAt, now, 400)?.code ?? null).toBe(code);
  });
});
