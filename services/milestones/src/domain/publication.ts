import type { Period } from '@cairn/contracts/tier';
import { draftMistakes, type FieldMistake, type SeriesFields } from './series-draft.js';

/** When a published series begins, ends, and lets events earn (3.2). RFC 3339, UTC. */
export interface Publication {
  startsAt: string;
  endsAt: string | null;
  live: Period[];
}

/**
 * Judges a draft for its first publishing (3.1 to 3.3). Without a start it is live from now, with a past one since
 * then, with a future one from then.
 * @param now RFC 3339, UTC.
 * @returns what to publish, or every mistake at once.
 */
export function planPublication(draft: SeriesFields, now: string): Publication | FieldMistake[] {
  const mistakes = draftMistakes(draft);
  if (draft.tiers.length === 0)
    mistakes.push({ path: 'tiers', message: 'a series has at least one tier: add one' });
  const startsAt = draft.startsAt ?? now;
  if (draft.endsAt !== null && draft.endsAt <= now)
    mistakes.push({ path: 'endsAt', message: 'lies in the past: nothing could earn any more' });
  if (mistakes.length > 0) return mistakes;
  return { startsAt, endsAt: draft.endsAt, live: [{ from: startsAt, to: draft.endsAt }] };
}
