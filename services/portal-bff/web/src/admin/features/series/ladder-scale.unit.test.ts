import { describe, expect, it } from '@jest/globals';
import { ladderScale } from './ladder-scale.js';

describe('the ladder', () => {
  it('stands to scale, the highest tier at the top', () => {
    expect(ladderScale([250, 500, 1000], 400, 40)).toEqual([
      { at: 100, label: 100 },
      { at: 200, label: 200 },
      { at: 400, label: 400 },
    ]);
  });

  it('pushes labels apart, never the marks', () => {
    const rungs = ladderScale([10, 20, 30, 1000], 400, 40);
    expect(rungs.map(({ at }) => Math.round(at))).toEqual([4, 8, 12, 400]);
    expect(rungs.map(({ label }) => Math.round(label))).toEqual([4, 44, 84, 400]);
  });

  it('pushes them down where the top is crowded', () => {
    const rungs = ladderScale([980, 990, 1000], 400, 40);
    expect(rungs.map(({ label }) => label)).toEqual([320, 360, 400]);
  });

  it('answers in the order given, also while it is not ascending', () => {
    expect(ladderScale([1000, 250], 400, 40).map(({ at }) => at)).toEqual([400, 100]);
    expect(ladderScale([], 400, 40)).toEqual([]);
  });
});
