import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { Button, CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '../../layout/components/bulk-bar.module.css';
import { useNotify } from '../../layout/components/notices.js';
import { type Decision, decideMany, useReviewsChanged } from '../api/submissions.js';
import { nameOf, titleOf } from '../review-words.js';
import { RefusedList } from './refused-list.js';
import { RejectDialog } from './reject-dialog.js';

interface ReviewBulkBarProps {
  /** What is chosen and still shown. */
  chosen: readonly SubmissionItem[];
  onClear: () => void;
}

const doneWords = { approve: 'approved', reject: 'rejected', undo: 'in review again' } as const;

/** Decides on all that are chosen at once, with a way back; lists what was refused with the reason of each. */
export function ReviewBulkBar({ chosen, onClear }: ReviewBulkBarProps) {
  const [rejecting, setRejecting] = useState(false);
  const [refused, setRefused] = useState<{ name: string; detail: string }[]>([]);
  const notify = useNotify();
  const changed = useReviewsChanged();
  const mutation = useMutation({
    mutationFn: ({ items, decision }: { items: readonly SubmissionItem[]; decision: Decision }) =>
      decideMany(
        items.map(({ id }) => id),
        decision,
      ),
    onSettled: changed,
    onSuccess: (answer, { items, decision }) => {
      const done = items.filter(({ id }) => answer.done.includes(id));
      setRejecting(false);
      setRefused(answer.refused.map(({ id, detail }) => ({ name: named(items, id), detail })));
      if (done.length === 0) return;
      onClear();
      notify({
        words: `${counted(done.length)} ${doneWords[decision.action]}`,
        action:
          decision.action === 'undo'
            ? undefined
            : {
                words: 'Undo',
                onClick: () => mutation.mutate({ items: done, decision: { action: 'undo' } }),
              },
      });
    },
    onError: () =>
      rejecting || notify({ tone: 'bad', words: 'Nothing could be decided. Choose them and try again.' }),
  });
  const waiting = chosen.filter(({ status }) => status === 'in_review');
  const decided = chosen.filter(({ status }) => status === 'approved' || status === 'rejected');
  const many = (items: readonly SubmissionItem[]) =>
    items.length > 0 && items.length < chosen.length ? ` ${items.length}` : '';
  const run = (items: readonly SubmissionItem[], decision: Decision) => mutation.mutate({ items, decision });
  return (
    <>
      {chosen.length > 0 && (
        <div role="toolbar" aria-label="Chosen submissions" className={classes.bar}>
          <span className={classes.count}>{chosen.length} chosen</span>
          {decided.length > 0 ? (
            <Button
              variant="default"
              loading={mutation.isPending}
              onClick={() => run(decided, { action: 'undo' })}
            >
              Undo decisions{many(decided)}
            </Button>
          ) : (
            <>
              <Button
                disabled={waiting.length === 0}
                loading={mutation.isPending && !rejecting}
                onClick={() => run(waiting, { action: 'approve' })}
              >
                Approve{many(waiting)}
              </Button>
              <Button
                variant="default"
                disabled={waiting.length === 0 || mutation.isPending}
                onClick={() => setRejecting(true)}
              >
                Reject…{many(waiting)}
              </Button>
            </>
          )}
          <CloseButton aria-label="Choose none" onClick={onClear} />
        </div>
      )}
      {rejecting && (
        <RejectDialog
          title={`Reject ${counted(waiting.length)}?`}
          action={`Reject ${counted(waiting.length)}`}
          onClose={() => setRejecting(false)}
          onReject={decision => run(waiting, decision)}
          busy={mutation.isPending}
          error={mutation.error}
        />
      )}
      {refused.length > 0 && <RefusedList refused={refused} onClose={() => setRefused([])} />}
    </>
  );
}

const counted = (count: number) => `${count} ${count === 1 ? 'submission' : 'submissions'}`;

function named(items: readonly SubmissionItem[], id: string): string {
  const item = items.find(one => one.id === id);
  return item === undefined ? id : `${titleOf(item)} by ${nameOf(item)}`;
}
