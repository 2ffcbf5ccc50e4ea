import { describe, expect, it } from '@jest/globals';
import { pileLayout, STAGE_WIDTH, type StoneState } from './pile-layout.js';

const states = (set: number, total: number): StoneState[] =>
  Array.from({ length: total }, (_, index) => (index < set ? 'set' : index === set ? 'next' : 'later'));

describe('pileLayout', () => {
  it('shows a short series whole, tapering upwards', () => {
    const { stones, hiddenAbove, hiddenBelow } = pileLayout(states(2, 5));
    expect(stones.map(stone => stone.state)).toEqual(['set', 'set', 'next', 'later', 'later']);
    expect([hiddenBelow, hiddenAbove]).toEqual([0, 0]);
    for (let index = 1; index < stones.length; index += 1) {
      expect(stones[index]!.width).toBeLessThan(stones[index - 1]!.width);
      expect(stones[index]!.y).toBeLessThan(stones[index - 1]!.y);
    }
  });

  it.each([
    [0, 100, [0, 1, 2]],
    [3, 100, [0, 1, 2, 3, 4]],
    [50, 100, [46, 47, 48, 49, 50, 51]],
    [99, 100, [95, 96, 97, 98, 99]],
    [100, 100, [96, 97, 98, 99]],
  ])('with %i of %i set shows %j', (set, total, shown) => {
    const pile = pileLayout(states(set, total));
    expect(pile.stones.map(stone => stone.index)).toEqual(shown);
    expect(pile.hiddenBelow + pile.stones.length + pile.hiddenAbove).toBe(total);
  });

  it('keeps every stone on the stage and every pile under one height', () => {
    for (let total = 1; total <= 12; total += 1) {
      for (let set = 0; set <= total; set += 1) {
        const pile = pileLayout(states(set, total));
        expect(pile.height).toBeLessThanOrEqual(331);
        for (const stone of pile.stones) {
          expect(stone.x).toBeGreaterThanOrEqual(0);
          expect(stone.x + stone.width).toBeLessThanOrEqual(STAGE_WIDTH);
          expect(stone.y).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('has room for no stone at all', () => {
    expect(pileLayout([]).stones).toEqual([]);
  });
});
