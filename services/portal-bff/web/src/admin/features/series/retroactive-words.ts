import type { SeriesImpact, SeriesView } from '@cairn/contracts/http/series';
import { spokenPoints } from '../../../shared/features/wording/numbers.js';

type Running = NonNullable<SeriesView['retroactive']>;

/** How far a retroactive publish is, in a sentence (domain.md 3.8). */
export function countedWords({ version, total, done }: Running, paused: boolean, locale: string): string {
  if (paused) return `Version ${version} unlocks its tiers when the series is resumed.`;
  const [have, all] = [spokenPoints(done, locale), spokenPoints(total, locale)];
  return `Version ${version} is unlocking tiers: ${have} of ${all} participants looked at.`;
}

const people = (count: number, locale: string) =>
  `${spokenPoints(count, locale)} ${count === 1 ? 'ambassador' : 'ambassadors'}`;

/** What a retroactive publish would do, a line a tier that anybody gains; one line where nobody does. */
export function impactLines({ gaining, completing }: SeriesImpact, locale: string): string[] {
  const lines = gaining
    .filter(({ ambassadors }) => ambassadors > 0)
    .map(({ tier, ambassadors }) => `${people(ambassadors, locale)} would unlock ${tier.name}`);
  if (completing > 0) lines.push(`${people(completing, locale)} would go on from the top`);
  return lines.length > 0 ? lines : ['Nobody would unlock anything'];
}
