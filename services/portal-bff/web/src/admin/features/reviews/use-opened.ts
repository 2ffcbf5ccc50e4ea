import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { useState } from 'react';
import { useUrlParam } from '../layout/use-url-param.js';

/**
 * The submission that the drawer shows; the address names it. One that a decision takes out of the list stays shown as
 * the answer has it, where there is no next one to go on with.
 */
export function useOpened(items: readonly SubmissionItem[] | undefined) {
  const [id, setId] = useUrlParam('submission');
  const [held, setHeld] = useState<SubmissionItem | null>(null);
  const index = items?.findIndex(item => item.id === id) ?? -1;
  const listed = items?.[index] ?? null;
  const kept = held?.id === id ? held : null;
  const open = (item: SubmissionItem | undefined) => {
    if (item === undefined) return;
    setHeld(item);
    setId(item.id);
  };
  return {
    item: newer(listed, kept),
    open,
    keep: setHeld,
    close: () => setId(null),
    /** @param step 1: the next one in the list; −1: the one before. */
    go: (step: 1 | -1) => open(items?.[index + step]),
    next: items?.[index + 1],
  };
}

function newer(one: SubmissionItem | null, other: SubmissionItem | null): SubmissionItem | null {
  if (one === null || other === null) return one ?? other;
  return one.revision >= other.revision ? one : other;
}
