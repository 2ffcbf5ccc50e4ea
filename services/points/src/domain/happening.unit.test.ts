import { describe, expect, it } from '@jest/globals';
import { judgedAs } from './happening.js';

const joined = Date.parse('2026-11-05T00:00:00Z');
const memberships = [
  { programId: 'friends', from: joined, to: joined + 1_000 },
  { programId: 'crew', from: joined + 1_000, to: null },
];

describe('2.19 the instant as of which an event is judged', () => {
  it.each<[string, number, boolean, number]>([
    ['waited, before they joined: the joining', joined - 1, true, joined],
    ['waited, at the joining', joined, true, joined],
    ['waited, after they joined: its own', joined + 5_000, true, joined + 5_000],
    ['of somebody known, before they joined: its own', joined - 1, false, joined - 1],
    ['of somebody known, after it: its own', joined + 1, false, joined + 1],
  ])('2.19 %s', (_, occurredAt, waited, expected) => {
    expect(judgedAs(occurredAt, waited, memberships)).toBe(expected);
  });

  it('2.19 without a membership its own', () => {
    expect(judgedAs(7, true, [])).toBe(7);
  });
});
