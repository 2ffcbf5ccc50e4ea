/** Red, green and blue. */
export type Rgb = readonly [number, number, number];

/** "#abc" or "#aabbcc" → 0 to 255 each. */
export function parseHex(hex: string): Rgb {
  const digits = hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit).join('') : hex.slice(1);
  const value = Number.parseInt(digits, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** 0 to 255 each → "#aabbcc". */
export function toHex(rgb: Rgb): string {
  return `#${rgb.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `other` (0 to 1) mixed into `colour`. */
export function mix(colour: string, other: string, share: number): string {
  const [from, to] = [parseHex(colour), parseHex(other)];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return toHex([at(0), at(1), at(2)]);
}
