import type { Lifecycle } from './lifecycle.js';
import type { Publication } from './publication.js';
import { draftMistakes, type FieldMistake, type SeriesFields } from './series-draft.js';

/** A published series that is not ended, as its next version finds it. */
export interface Published extends Lifecycle {
  fields: SeriesFields;
  /** RFC 3339, as the end: what they became, where the version left them open. */
  startsAt: string | null;
}

/** What an edit of a published series begins with: its version, with the start and the end that it has. */
export function editionOf({ fields, startsAt, endsAt }: Published): SeriesFields {
  return { ...fields, startsAt, endsAt };
}

/** What no edit of this series may be, whenever it is published. */
export function editionMistakes(draft: SeriesFields, { status, startsAt }: Published): FieldMistake[] {
  const mistakes = draftMistakes(draft);
  if (status !== 'scheduled' && draft.startsAt !== startsAt)
    mistakes.push({ path: 'startsAt', message: 'the series has begun: its start stays as it is' });
  return mistakes;
}

/**
 * Judges the next version of a published series (3.8). Everything may change but the start of what has begun: an end may
 * be set, moved and taken off, never into the past. The spans in which it was live stay; the last follows the end.
 * @param now RFC 3339, UTC.
 * @returns what to publish, or every mistake at once.
 */
export function planEdition(
  draft: SeriesFields,
  before: Published,
  now: string,
): Publication | FieldMistake[] {
  const mistakes = editionMistakes(draft, before);
  if (draft.tiers.length === 0)
    mistakes.push({ path: 'tiers', message: 'a series has at least one tier: add one' });
  const { endsAt } = draft;
  if (endsAt !== null && endsAt <= now)
    mistakes.push({ path: 'endsAt', message: 'lies in the past: end the series instead' });
  if (mistakes.length > 0) return mistakes;
  const startsAt = draft.startsAt ?? now;
  switch (before.status) {
    case 'scheduled':
      return { startsAt, endsAt, live: [{ from: startsAt, to: endsAt }] };
    case 'live':
      return {
        startsAt,
        endsAt,
        live: before.live.map((span, i, all) => (i === all.length - 1 ? { ...span, to: endsAt } : span)),
      };
    default:
      return { startsAt, endsAt, live: before.live };
  }
}

/**
 * Whether whoever stands at the top already is promoted by a retroactive publish (3.7, 3.8): the version made the series
 * promote, or elsewhere, or made a tier the last that was not. Else they were promoted when they got there, or an admin
 * moved them, and they stay.
 */
export function promotesTop(before: SeriesFields, next: SeriesFields): boolean {
  const { completion } = next;
  if (completion.kind !== 'promote') return false;
  const was = before.completion;
  const isSameTarget = was.kind === 'promote' && was.programId === completion.programId;
  return !isSameTarget || before.tiers.at(-1)!.id !== next.tiers.at(-1)!.id;
}
