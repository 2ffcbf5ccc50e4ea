import { fromOklch, linear, toOklch } from './oklch.js';
import { parseHex, type Rgb } from './rgb.js';

/** WCAG 2 contrast of two hex colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The colour nearest to `colour`, of the same hue and only darker (or lighter), whose contrast with every one of
 * `grounds` is at least `atLeast`. A colour that has it already is left as it is.
 */
export function mend(colour: string, way: 'darker' | 'lighter', grounds: readonly string[], atLeast: number) {
  const fits = (candidate: string) => grounds.every(ground => contrast(candidate, ground) >= atLeast);
  if (fits(colour)) return colour;
  const { lightness, chroma, hue } = toOklch(colour);
  const end = way === 'darker' ? 0 : 1;
  for (let step = 1; step < 60; step += 1) {
    const candidate = fromOklch({ lightness: lightness + (end - lightness) * (step / 60), chroma, hue });
    if (fits(candidate)) return candidate;
  }
  return way === 'darker' ? '#000000' : '#ffffff';
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(channel => linear(channel / 255)) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
