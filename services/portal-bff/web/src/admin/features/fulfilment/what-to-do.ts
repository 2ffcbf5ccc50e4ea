import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import type { Status } from '../rewards/grant-words.js';

/** What a person does with a reward from here (domain.md 4.4, 4.5, 4.7). */
export type Deed = 'fulfil' | 'undo' | 'release' | 'retry' | 'cancel';

/** Statuses that wait for somebody: the queue, when no status is asked for. */
export const waitingStatuses = [
  'needs_fulfilment',
  'held',
  'needs_attention',
  'waiting_for_codes',
  'claimable',
] as const satisfies readonly Status[];

export const doneStatuses = [
  'fulfilled',
  'ordered',
  'issued',
  'cancelled',
] as const satisfies readonly Status[];

const doneIn: Record<Deed, readonly Status[]> = {
  fulfil: ['needs_fulfilment'],
  release: ['held'],
  retry: ['needs_attention'],
  undo: ['fulfilled'],
  cancel: waitingStatuses,
};

/** What can be done with a reward now, the first the likeliest. An undo is there for 24 hours (4.4). */
export function deedsFor(
  { status, undoUntil }: Pick<FulfilmentItem, 'status' | 'undoUntil'>,
  now: Date,
): Deed[] {
  return (Object.keys(doneIn) as Deed[]).filter(
    deed =>
      doneIn[deed].includes(status) &&
      (deed !== 'undo' || (undoUntil !== undefined && Date.parse(undoUntil) > now.getTime())),
  );
}

/** Whether another reward can be given instead (4.7): while it waits for somebody. */
export const canReplace = ({ status }: Pick<FulfilmentItem, 'status'>) =>
  (waitingStatuses as readonly Status[]).includes(status);

type Wrong = Pick<FulfilmentItem, 'status' | 'heldBecause' | 'problem'>;

/** Why a reward waits, in few words; null where it does not, or where waiting is all there is to it. */
export function whyItWaits({ status, heldBecause, problem }: Wrong): string | null {
  if (status === 'needs_attention') return problem ?? 'The shop refused it.';
  if (status === 'held' && heldBecause === 'deficit') return 'Points fell under the tier again';
  if (status === 'held') return heldBecause === 'quiet' ? 'Earned in loaded history' : 'Held for a decision';
  if (status === 'waiting_for_codes') return 'The code pool is empty';
  if (status === 'claimable') return 'The ambassador has to say where it goes';
  return null;
}

/** What each deed does to this reward, in a sentence. */
export function deedWords(deed: Deed, { heldBecause }: Pick<FulfilmentItem, 'heldBecause'>): string {
  switch (deed) {
    case 'fulfil':
      return 'Says that it is on its way. The ambassador sees the note and the tracking number.';
    case 'undo':
      return 'Puts it back into the queue; note and tracking number are taken away.';
    case 'release':
      return heldBecause === 'quiet'
        ? 'Gives it now, and the mail about the tier goes out.'
        : 'Gives it all the same; the tier stays unlocked either way.';
    case 'retry':
      return 'Tries once more, from where it stopped. Nothing is ever made twice.';
    case 'cancel':
      return 'The ambassador keeps the tier but does not get this reward. It cannot be brought back.';
  }
}
