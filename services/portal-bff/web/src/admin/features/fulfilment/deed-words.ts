import type { Deed } from './what-to-do.js';

/** Of buttons. */
export const verbs: Record<Deed, string> = {
  fulfil: 'Mark as fulfilled',
  undo: 'Undo fulfilment',
  release: 'Release',
  retry: 'Try again',
  cancel: 'Cancel reward',
};

/** Of notices. */
export const doneWords: Record<Deed, string> = {
  fulfil: 'fulfilled',
  undo: 'back in the queue',
  release: 'released',
  retry: 'trying again',
  cancel: 'cancelled',
};

/** Of failures, without the full stop. */
export const failedWords: Record<Deed, string> = {
  fulfil: 'It could not be fulfilled',
  undo: 'It could not be undone',
  release: 'It could not be released',
  retry: 'It could not be tried again',
  cancel: 'It could not be cancelled',
};
