import { describe, expect, it } from '@jest/globals';
import { stoneOutline } from './stone-outline.js';

const numbers = (path: string) => (path.match(/-?\d+\.\d/g) ?? []).map(Number);

describe('stoneOutline', () => {
  it('is the same stone for the same seed, and another one for another', () => {
    expect(stoneOutline(3, 180, 60)).toBe(stoneOutline(3, 180, 60));
    expect(stoneOutline(3, 180, 60)).not.toBe(stoneOutline(4, 180, 60));
  });

  it('fills its box and hardly leaves it, for a hundred stones', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const path = numbers(stoneOutline(seed, 180, 60));
      const xs = path.filter((_, index) => index % 2 === 0);
      const ys = path.filter((_, index) => index % 2 === 1);
      expect(Math.min(...xs)).toBeGreaterThan(-3);
      expect(Math.max(...xs)).toBeLessThan(183);
      expect(Math.min(...ys)).toBeGreaterThan(-3);
      expect(Math.max(...ys)).toBeLessThan(63);
      expect(xs).toContain(180);
      expect(ys).toContain(60);
    }
  });
});
