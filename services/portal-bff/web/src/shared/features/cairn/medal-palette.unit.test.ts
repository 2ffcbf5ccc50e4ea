import { describe, expect, it } from '@jest/globals';
import { contrast } from '../brand/contrast.js';
import { grounds } from '../theme/grounds.js';
import { gradientEnds, medalPalette } from './medal-palette.js';

const presets = ['bronze', 'silver', 'gold', 'platinum', 'diamond', 'ruby', 'emerald', 'sapphire'] as const;

describe.each(['light', 'dark'] as const)('medalPalette, %s', scheme => {
  it.each(presets)('outlines %s so that it can be seen', preset => {
    const { line } = medalPalette({ preset }, scheme);
    expect(contrast(line, grounds[scheme].page)).toBeGreaterThanOrEqual(3);
    expect(contrast(line, grounds[scheme].card)).toBeGreaterThanOrEqual(3);
  });

  it('keeps a gradient’s own colours and angle', () => {
    const medal = { gradient: { colors: ['#ff0088', '#00ffcc'], angle: 45 } };
    expect(medalPalette(medal, scheme)).toMatchObject({ stops: ['#ff0088', '#00ffcc'], angle: 45 });
  });
});

describe('gradientEnds', () => {
  it.each([
    [90, { x1: 0, y1: 0.5, x2: 1, y2: 0.5 }],
    [180, { x1: 0.5, y1: 0, x2: 0.5, y2: 1 }],
    [0, { x1: 0.5, y1: 1, x2: 0.5, y2: 0 }],
  ])('%i degrees', (angle, ends) => {
    expect(gradientEnds(angle)).toEqual(ends);
  });
});
