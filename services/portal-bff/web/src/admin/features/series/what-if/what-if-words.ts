import type { Simulation } from '@cairn/contracts/http/simulation';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';

type Told = Simulation['tiers'][number];

/** "12 days, 31 at most for nine in ten"; "the same day"; nothing where nobody got there. */
export function wayWords({ days }: Told, locale: string): string {
  if (days === null) return 'Nobody got there';
  const median = daysWords(days.median, locale);
  if (days.p90 === days.median) return median;
  return `${median}, nine in ten within ${daysWords(days.p90, locale)}`;
}

/** "3 days", "1.5 days", "under a day". */
function daysWords(days: number, locale: string): string {
  if (days < 1) return 'under a day';
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: days < 10 ? 1 : 0 }).format(days);
  return `${number} ${number === '1' ? 'day' : 'days'}`;
}

/** Minor units in the brand's currency. */
export function costWords(minor: number, currency: string, exponent: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minor / 10 ** exponent);
}

/** Who was looked at, and what the sums leave out. */
export function aboutWords(
  { participants, sample, promoted, completions, cost }: Simulation,
  locale: string,
): string[] {
  const said = (n: number) => spokenPoints(n, locale);
  return [
    `${said(participants)} ${participants === 1 ? 'ambassador has' : 'ambassadors have'} earned in these programs.`,
    ...(sample === null
      ? []
      : [`Scaled up from a sample: ${said(sample.ambassadors)} of ${said(sample.of)} were looked at.`]),
    ...(completions === 0
      ? []
      : [`The top is reached ${completions === 1 ? 'once' : `${said(completions)} times`}.`]),
    ...(promoted === 0
      ? []
      : [`${said(promoted)} would have been promoted; what they did afterwards is left out.`]),
    ...(cost.withoutCost === 0
      ? []
      : [
          `${cost.withoutCost === 1 ? 'One reward has' : `${said(cost.withoutCost)} rewards have`} no cost yet: ${cost.withoutCost === 1 ? 'it is' : 'they are'} not in the sum.`,
        ]),
  ];
}
