import { parseHex, type Rgb, toHex } from './rgb.js';

/** A colour as eyes order it (Björn Ottosson's OKLCH): lightness 0 to 1, chroma from 0, hue in radians. */
export interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

export function toOklch(hex: string): Oklch {
  const [r, g, b] = parseHex(hex).map(channel => linear(channel / 255)) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, bb),
    hue: Math.atan2(bb, a),
  };
}

/** The nearest colour a screen can show: lightness and hue stay, chroma gives way. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  for (let share = 1; share >= 0; share -= 0.04) {
    const rgb = channels(lightness, chroma * share * Math.cos(hue), chroma * share * Math.sin(hue));
    if (rgb.every(channel => channel >= -0.001 && channel <= 1.001)) return toHex(clamped(rgb));
  }
  return toHex(clamped(channels(lightness, 0, 0)));
}

function channels(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const clamped = ([r, g, b]: Rgb): Rgb => [byte(r), byte(g), byte(b)];
const byte = (share: number) => Math.min(1, Math.max(0, share)) * 255;
const gamma = (share: number) => (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);

/** sRGB's curve undone; `share` 0 to 1. */
export function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
