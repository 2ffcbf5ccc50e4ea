/** Points with the locale's grouping and a real minus sign: 1240 → "1,240", −20 → "−20". */
export function spokenPoints(points: number, locale: string): string {
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(Math.abs(points));
  return points < 0 ? `−${digits}` : digits;
}

/** A change of points with its sign: 15 → "+15", −5 → "−5", 0 → "0". */
export function signedPoints(points: number, locale: string): string {
  return points > 0 ? `+${spokenPoints(points, locale)}` : spokenPoints(points, locale);
}

/** "1 point", "20 points". */
export function countedPoints(points: number, locale: string): string {
  return `${spokenPoints(points, locale)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

/** "5% off", "5% off and a mug", "5% off, a mug and a call". */
export function listed(things: readonly string[]): string {
  if (things.length < 2) return things[0] ?? '';
  return `${things.slice(0, -1).join(', ')} and ${things[things.length - 1]}`;
}
