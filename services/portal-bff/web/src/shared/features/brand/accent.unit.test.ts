import { describe, expect, it } from '@jest/globals';
import { grounds, type Scheme } from '../theme/grounds.js';
import { mendedAccent } from './accent.js';
import { contrast } from './contrast.js';
import { fromOklch, toOklch } from './oklch.js';
import { mix } from './rgb.js';

const schemes: Scheme[] = ['light', 'dark'];
const steps = [0, 51, 102, 128, 153, 204, 255];
const everyColour = steps.flatMap(red =>
  steps.flatMap(green =>
    steps.map(
      blue => `#${[red, green, blue].map(channel => channel.toString(16).padStart(2, '0')).join('')}`,
    ),
  ),
);

describe('contrast', () => {
  it('is 21 between black and white, either way round, and 1 with itself', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#8c2f39', '#8c2f39')).toBe(1);
  });

  it('finds its way through OKLCH and back', () => {
    for (const colour of everyColour) expect(contrast(fromOklch(toOklch(colour)), colour)).toBeLessThan(1.03);
  });

  it('mixes from one colour to the other', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#8c2f39', '#ffffff', 0)).toBe('#8c2f39');
  });
});

describe.each(schemes)('mendedAccent, %s', scheme => {
  const { page, card, track } = grounds[scheme];

  it('can be read whatever the brand has chosen', () => {
    for (const colour of everyColour) {
      const accent = mendedAccent(colour, scheme);
      for (const ground of [page, card, track]) {
        expect(contrast(accent.fill, ground)).toBeGreaterThanOrEqual(3);
      }
      for (const ground of [page, card, accent.tint]) {
        expect(contrast(accent.text, ground)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(accent.onFill, accent.fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.onFill, accent.fillHover)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('leaves a fit accent as the brand set it', () => {
  expect(mendedAccent('#8c2f39', 'light')).toMatchObject({ fill: '#8c2f39', text: '#8c2f39' });
});
