import { describe, expect, it } from '@jest/globals';
import { StreamClock } from './stream-clock.js';

describe('5.1 only time in which rewards.events is caught up counts', () => {
  it('counts all of it while there is no lag', () => {
    const clock = new StreamClock(0);
    clock.look(1_000, true);
    expect(clock.counted(500, 2_500)).toBe(2_000);
  });

  it('leaves out spans of lag, also the one that goes on', () => {
    const clock = new StreamClock(0);
    clock.look(1_000, false);
    clock.look(2_000, false);
    clock.look(3_000, true);
    clock.look(5_000, false);
    expect(clock.counted(0, 6_000)).toBe(3_000);
    expect(clock.counted(2_500, 4_000)).toBe(1_000);
    expect(clock.counted(5_500, 6_000)).toBe(0);
  });

  it('counts nothing from before anybody looked', () => {
    expect(new StreamClock(10_000).counted(0, 15_000)).toBe(5_000);
    expect(new StreamClock(10_000).counted(0, 9_000)).toBe(0);
  });
});
