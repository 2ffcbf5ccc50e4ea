import { describe, expect, it } from '@jest/globals';
import { deedsFor, deedWords, waitingStatuses, whyItWaits } from './what-to-do.js';

const now = new Date('2026-11-23T09:00:00Z');

describe('what can be done with a reward', () => {
  it.each([
    ['needs_fulfilment', ['fulfil', 'cancel']],
    ['held', ['release', 'cancel']],
    ['needs_attention', ['retry', 'cancel']],
    ['waiting_for_codes', ['cancel']],
    ['claimable', ['cancel']],
    ['pending', []],
    ['issued', []],
    ['ordered', []],
    ['cancelled', []],
  ] as const)('%s: %j', (status, deeds) => {
    expect(deedsFor({ status }, now)).toEqual(deeds);
  });

  it('4.4 a fulfilment can be undone within 24 hours, and not after', () => {
    expect(deedsFor({ status: 'fulfilled', undoUntil: '2026-11-23T09:00:01Z' }, now)).toEqual(['undo']);
    expect(deedsFor({ status: 'fulfilled', undoUntil: '2026-11-23T09:00:00Z' }, now)).toEqual([]);
    expect(deedsFor({ status: 'fulfilled' }, now)).toEqual([]);
  });
});

describe('why a reward waits', () => {
  it('4.7 is the shop’s own words where it refused', () => {
    const problem = 'Draft order: variant 44001 is out of stock';
    expect(whyItWaits({ status: 'needs_attention', problem })).toBe(problem);
  });

  it('1.6, 3.6 tells loaded history from a deficit', () => {
    expect(whyItWaits({ status: 'held', heldBecause: 'quiet' })).toBe('Earned in loaded history');
    expect(whyItWaits({ status: 'held', heldBecause: 'deficit' })).toBe('Points fell under the tier again');
    expect(deedWords('release', { heldBecause: 'quiet' })).toContain('mail');
    expect(deedWords('release', { heldBecause: 'deficit' })).not.toContain('mail');
  });

  it('is said of everything but plain needs fulfilment', () => {
    const said = waitingStatuses.filter(status => whyItWaits({ status }) !== null);
    expect(said).toEqual(['held', 'needs_attention', 'waiting_for_codes', 'claimable']);
    expect(whyItWaits({ status: 'issued' })).toBeNull();
  });
});
