import { describe, expect, it } from '@jest/globals';
import { streamEventOf } from './stream-event.js';

const at = (own: number, unlock = 0, reward = 0) => ({ epoch: 1, own, brand: 0, unlock, reward });

describe('streamEventOf', () => {
  it.each([
    ['the first state', null, at(9, 9, 9), 'progress'],
    ['a new epoch', { ...at(9), epoch: 0 }, at(9, 9), 'progress'],
    ['only points', at(5, 5, 4), at(6, 5, 4), 'progress'],
    ['an unlock', at(5), at(6, 6), 'unlock'],
    ['an unlock that was coalesced away', at(5), at(9, 6, 8), 'unlock'],
    ['a reward', at(6, 6), at(7, 6, 7), 'reward'],
  ] as const)('%s', (_, seen, current, name) => {
    expect(streamEventOf(seen, current)).toBe(name);
  });
});
