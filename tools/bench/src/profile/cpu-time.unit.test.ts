import { describe, expect, it } from '@jest/globals';
import { cpuShares } from './cpu-time.js';

describe('cpuShares', () => {
  it('is what was used meanwhile, in cores, the most first', () => {
    const before = new Map([
      ['kafka', 10],
      ['points', 4],
    ]);
    const after = new Map([
      ['points', 5],
      ['kafka', 18],
      ['new', 2],
    ]);
    expect(cpuShares(before, after, 10)).toEqual([
      { name: 'kafka', cores: 0.8 },
      { name: 'new', cores: 0.2 },
      { name: 'points', cores: 0.1 },
    ]);
  });
});
