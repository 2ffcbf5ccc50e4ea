import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from '../layout/components/notices.js';
import { type Decision, decide, useReviewsChanged } from './api/submissions.js';
import { nameOf, titleOf } from './review-words.js';

const doneWords = { approve: 'approved', reject: 'rejected', undo: 'in review again' } as const;

const failedWords = {
  approve: 'It could not be approved',
  reject: 'It could not be rejected',
  undo: 'It could not be undone',
} as const;

/** Decides, says so with a way back, and has every list read again. @param onDone the submission as it is then. */
export function useDecide(onDone: (item: SubmissionItem, decision: Decision) => void) {
  const notify = useNotify();
  const changed = useReviewsChanged();
  const mutation = useMutation({
    mutationFn: ({ item, decision }: { item: SubmissionItem; decision: Decision }) => decide(item, decision),
    onSuccess: (done, { decision }) => {
      onDone(done, decision);
      changed();
      notify({
        words: `${titleOf(done)} by ${nameOf(done)}: ${doneWords[decision.action]}`,
        action:
          decision.action === 'undo'
            ? undefined
            : { words: 'Undo', onClick: () => mutation.mutate({ item: done, decision: { action: 'undo' } }) },
      });
    },
    // Somebody else may have been faster: what they did is shown beside the reason.
    onError: changed,
  });
  return {
    run: (item: SubmissionItem, decision: Decision) => mutation.mutate({ item, decision }),
    running: mutation.isPending ? mutation.variables.decision.action : null,
    /** Of the last try, where it was of this one. */
    failureOf: (item: SubmissionItem) =>
      mutation.error !== null && mutation.variables?.item.id === item.id
        ? { error: mutation.error, what: failedWords[mutation.variables.decision.action] }
        : null,
  };
}
