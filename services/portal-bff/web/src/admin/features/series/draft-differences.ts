import type { SeriesView } from '@cairn/contracts/http/series';
import { spokenPoints } from '../../../shared/features/wording/numbers.js';
import { completionWords } from './completion-words.js';

type Fields = NonNullable<SeriesView['draft']>;
type Tier = Fields['tiers'][number];

export interface DifferenceWords {
  programName: (id: string) => string;
  /** An instant in the brand's time. */
  day: (instant: string) => string;
  locale: string;
}

/** What the next version of a series would change, a sentence each (domain.md 3.8). */
export function draftDifferences(published: Fields, draft: Fields, words: DifferenceWords): string[] {
  const { programName, day } = words;
  const said: string[] = [];
  if (published.name !== draft.name) said.push(`The name becomes “${draft.name}”.`);
  if (published.category !== draft.category) said.push(`The category becomes “${draft.category}”.`);
  for (const id of draft.programIds.filter(one => !published.programIds.includes(one)))
    said.push(`${programName(id)} comes in: what its ambassadors do from the publish on counts here.`);
  for (const id of published.programIds.filter(one => !draft.programIds.includes(one)))
    said.push(`${programName(id)} leaves: what its ambassadors do from the publish on earns nothing here.`);
  if (published.startsAt !== draft.startsAt)
    said.push(
      draft.startsAt === null ? 'It starts when it is published.' : `It starts on ${day(draft.startsAt)}.`,
    );
  if (published.endsAt !== draft.endsAt)
    said.push(draft.endsAt === null ? 'It has no end any more.' : `It ends on ${day(draft.endsAt)}.`);
  const [was, becomes] = [published, draft].map(({ completion }) => completionWords(completion, programName));
  if (was !== becomes) said.push(`At the top: ${becomes}.`);
  return [...said, ...tierDifferences(published.tiers, draft.tiers, words.locale)];
}

function tierDifferences(published: readonly Tier[], draft: readonly Tier[], locale: string): string[] {
  const before = new Map(published.map(tier => [tier.id, tier]));
  const added = draft.flatMap(tier => {
    const was = before.get(tier.id);
    if (was === undefined) return [`${tier.name} is new, at ${spokenPoints(tier.threshold, locale)} points.`];
    return changedTier(was, tier, locale);
  });
  const removed = published
    .filter(tier => !draft.some(({ id }) => id === tier.id))
    .map(tier => `${tier.name} goes; whoever has it keeps it.`);
  return [...added, ...removed];
}

function changedTier(was: Tier, tier: Tier, locale: string): string[] {
  const said: string[] = [];
  if (was.name !== tier.name) said.push(`${was.name} is called ${tier.name}.`);
  if (was.threshold !== tier.threshold)
    said.push(
      `${tier.name} is at ${spokenPoints(tier.threshold, locale)} points instead of ${spokenPoints(was.threshold, locale)}.`,
    );
  const contents = [
    ['medal', was.medal, tier.medal],
    ['description', was.description, tier.description],
    ['mail', was.email, tier.email],
    ['rewards', was.rewards, tier.rewards],
  ] as const;
  const other = contents.filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b)).map(([what]) => what);
  if (other.length > 0)
    said.push(
      `${tier.name} has another ${other.join(', another ')}.`.replace('another rewards', 'other rewards'),
    );
  return said;
}
