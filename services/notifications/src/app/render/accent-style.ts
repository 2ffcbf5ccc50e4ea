/** The colours of a button: a brand's accent with black or white on it, whichever is read better; else the ink. */
export function accentStyle(accent: string | null): { background: string; ink: string } {
  if (accent === null) return { background: '#1c1d1f', ink: '#ffffff' };
  // Equal contrast against black and white (WCAG) lies at this luminance.
  return { background: accent, ink: luminance(accent) > 0.179 ? '#1c1d1f' : '#ffffff' };
}

/** WCAG's relative luminance of `#rgb` or `#rrggbb`, 0 to 1. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, digit => digit + digit) : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
