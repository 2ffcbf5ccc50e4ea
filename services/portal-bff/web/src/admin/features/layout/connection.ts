import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../../../shared/features/http/api-problem.js';
import { onOutcome } from '../api/outcomes.js';

let lost = false;
const listeners = new Set<() => void>();

/** A call without any answer means that the connection is lost; any answer, that it is there. */
onOutcome(error => {
  if (error !== null && !(error instanceof ApiProblem)) return;
  const next = error !== null && error.status === 0;
  if (next === lost) return;
  lost = next;
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConnectionLost = () => useSyncExternalStore(subscribe, () => lost);
