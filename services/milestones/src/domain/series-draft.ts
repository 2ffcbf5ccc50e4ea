import type { CompletionInput, CreateSeries, TierInput, UpdateSeries } from '@cairn/contracts/http/series';

/** What an admin edits and a version freezes (3.1, 3.3). Instants are UTC, RFC 3339. */
export interface SeriesFields {
  name: string;
  category: string;
  programIds: string[];
  startsAt: string | null;
  endsAt: string | null;
  completion: CompletionInput;
  tiers: DraftTier[];
}

/** A tier as it may be published: what this version can give, under the id that it keeps. */
export type DraftTier = TierInput & { id: string };

export interface FieldMistake {
  path: string;
  message: string;
}

/** @param newId gives a tier its id, which it keeps through versions. */
export function draftOf(input: CreateSeries, newId: () => string): SeriesFields {
  return {
    ...input,
    programIds: [...new Set(input.programIds)],
    startsAt: utc(input.startsAt),
    endsAt: utc(input.endsAt),
    tiers: input.tiers.map(tier => withId(tier, newId)),
  };
}

/** The draft with the fields that were given; tiers are replaced as a whole, and those with an id keep it. */
export function editDraft(draft: SeriesFields, edit: UpdateSeries, newId: () => string): SeriesFields {
  return {
    name: edit.name ?? draft.name,
    category: edit.category ?? draft.category,
    programIds: edit.programIds === undefined ? draft.programIds : [...new Set(edit.programIds)],
    startsAt: edit.startsAt === undefined ? draft.startsAt : utc(edit.startsAt),
    endsAt: edit.endsAt === undefined ? draft.endsAt : utc(edit.endsAt),
    completion: edit.completion ?? draft.completion,
    tiers: edit.tiers === undefined ? draft.tiers : edit.tiers.map(tier => withId(tier, newId)),
  };
}

/** The program that whoever finishes is promoted into (3.7); undefined where nobody is. */
export function promotionTarget({ completion }: Pick<SeriesFields, 'completion'>): string | undefined {
  return completion.kind === 'promote' ? completion.programId : undefined;
}

/** What cannot be right in any draft; what a draft may still lack is for {@link planPublication} to say. */
export function draftMistakes(draft: SeriesFields): FieldMistake[] {
  const mistakes: FieldMistake[] = [];
  if (draft.startsAt !== null && draft.endsAt !== null && draft.endsAt <= draft.startsAt)
    mistakes.push({ path: 'endsAt', message: 'must be after startsAt' });
  draft.tiers.forEach((tier, index) => {
    const before = draft.tiers.slice(0, index);
    if (before.some(other => other.id === tier.id))
      mistakes.push({ path: `tiers.${index}.id`, message: 'another tier has this id' });
    if (index > 0 && tier.threshold <= draft.tiers[index - 1]!.threshold)
      mistakes.push({ path: `tiers.${index}.threshold`, message: 'must be above the tier before it' });
  });
  return mistakes;
}

function withId(tier: TierInput, newId: () => string): DraftTier {
  return { ...tier, id: tier.id ?? newId() };
}

/** One spelling of an instant, so that texts compare as instants. */
function utc(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
