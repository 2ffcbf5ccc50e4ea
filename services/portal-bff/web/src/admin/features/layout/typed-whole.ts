/** A whole number as people type it: "1,000" → 1000. Null for what is none, or beyond `least` and `most`. */
export function wholeOf(typed: string, least: number, most: number): number | null {
  const text = typed.trim().replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '');
  if (!/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= least && value <= most ? value : null;
}
