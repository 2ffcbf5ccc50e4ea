import { money } from '@cairn/contracts/words/reward-words';

const DECIMAL = /^(\d{1,8})(?:[.,](\d{0,8}))?$/;

/** "10" → "0.1", "12.5" → "0.125": percent as typed to a rate (a plain decimal string). Null for what is no percent. */
export function rateOfPercent(typed: string): string | null {
  const match = DECIMAL.exec(typed.trim().replace(/\s*%$/, ''));
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = whole.padStart(3, '0');
  return plain(digits.slice(0, -2), digits.slice(-2) + fraction);
}

/** "0.125" → "12.5". */
export function percentOfRate(rate: string): string {
  const [whole = '0', fraction = ''] = rate.split('.');
  const digits = fraction.padEnd(2, '0');
  return plain(whole + digits.slice(0, 2), digits.slice(2));
}

/** A rate as typed, written plainly: " 0,250 " → "0.25". Null for what the server would refuse (0 to 1000, 6 decimals). */
export function rateOf(typed: string): string | null {
  const match = DECIMAL.exec(typed.trim());
  if (match === null) return null;
  const rate = plain(match[1] ?? '', match[2] ?? '');
  return /^\d{1,4}(\.\d{1,6})?$/.test(rate) && Number(rate) <= 1000 ? rate : null;
}

function plain(whole: string, fraction: string): string {
  const digits = fraction.replace(/0+$/, '');
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (digits && `.${digits}`);
}

/** Points of a sale at a rate, floored (domain.md 2.6). `major`: whole major units. Exact. */
export function pointsAt(rate: string, major: number): bigint {
  const [whole = '0', fraction = ''] = rate.split('.');
  return (BigInt(whole + fraction) * BigInt(major)) / 10n ** BigInt(fraction.length);
}

/** "A sale of $100 gives 25 points."; with a rate so low that it gives none, a larger sale. */
export function saleExample(rate: string, currency: string, exponent: number): string {
  const major = [100, 1_000, 10_000, 100_000].find(amount => pointsAt(rate, amount) > 0n) ?? 100;
  const points = pointsAt(rate, major);
  const words = new Intl.NumberFormat('en-US').format(points);
  return `A sale of ${money(major * 10 ** exponent, currency, exponent)} gives ${words} ${points === 1n ? 'point' : 'points'}.`;
}
