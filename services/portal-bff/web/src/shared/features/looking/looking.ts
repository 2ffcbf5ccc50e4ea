import { createContext, use } from 'react';

/** The id of the sentence that says why nothing can be changed. */
export const lookNoteId = 'look-note';

/** Whether an admin looks at the portal as somebody else; there is none outside the portal. */
export const LookingContext = createContext(false);

/**
 * Props for a button that would change something: while an admin only looks (domain.md 6.1) it is off, and says why. The
 * server refuses it all the same.
 */
export function useChangeProps() {
  if (!use(LookingContext)) return {};
  return {
    disabled: true,
    title: 'You only look: nothing can be changed',
    'aria-describedby': lookNoteId,
  };
}
