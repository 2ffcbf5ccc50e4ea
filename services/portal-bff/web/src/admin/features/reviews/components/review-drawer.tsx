import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { Button, Drawer } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Failure } from '../../layout/components/failure.js';
import { useCan } from '../../session/use-me.js';
import type { Decision } from '../api/submissions.js';
import { decisionWords, nameOf, titleOf } from '../review-words.js';
import { useDecide } from '../use-decide.js';
import { RejectDialog } from './reject-dialog.js';
import classes from './review-drawer.module.css';
import { ReviewFacts } from './review-facts.js';

interface ReviewDrawerProps {
  item: SubmissionItem | null;
  onClose: () => void;
  /** Something was decided: the submission as it is now. */
  onDone: (item: SubmissionItem, decision: Decision) => void;
  /** To the next one of the list, or the one before. */
  onGo: (step: 1 | -1) => void;
}

/** One submission and what is decided of it. A approves, R rejects, J and K go on and back. */
export function ReviewDrawer({ item, onClose, onDone, onGo }: ReviewDrawerProps) {
  const canDecide = useCan('fulfil');
  const [shown, setShown] = useState(item);
  const [rejecting, setRejecting] = useState(false);
  // What it showed stays while it slides out.
  useEffect(() => {
    if (item) setShown(item);
  }, [item]);
  const current = item ?? shown;
  const { run, running, failureOf } = useDecide((done, decision) => {
    setRejecting(false);
    onDone(done, decision);
  });
  const isWaiting = current?.status === 'in_review';
  const mayDecide = canDecide && isWaiting && running === null;

  const press = (event: KeyboardEvent) => {
    const isTyping = (event.target as Element).closest('input, textarea, select, [role="combobox"]');
    if (isTyping || rejecting || event.metaKey || event.ctrlKey || event.altKey || !current) return;
    const key = event.key.toLowerCase();
    if (key === 'j') onGo(1);
    else if (key === 'k') onGo(-1);
    else if (key === 'a' && mayDecide) run(current, { action: 'approve' });
    else if (key === 'r' && mayDecide) setRejecting(true);
    else return;
    event.preventDefault();
  };

  return (
    <Drawer
      opened={item !== null}
      onClose={onClose}
      title={current && titleOf(current)}
      size={460}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
      // A dialog over this one has a header too, and only one may be the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onKeyDown={press}
    >
      {current && <ReviewFacts item={current} />}
      {current && canDecide && (
        <Decisions
          item={current}
          running={running}
          onDecide={decision => run(current, decision)}
          onReject={() => setRejecting(true)}
          failure={rejecting ? null : failureOf(current)}
        />
      )}
      {current && rejecting && (
        <RejectDialog
          title={`Reject ${titleOf(current)} by ${nameOf(current)}?`}
          action="Reject"
          onClose={() => setRejecting(false)}
          onReject={decision => run(current, decision)}
          busy={running !== null}
          error={failureOf(current)?.error}
        />
      )}
    </Drawer>
  );
}

interface DecisionsProps {
  item: SubmissionItem;
  running: Decision['action'] | null;
  onDecide: (decision: Decision) => void;
  onReject: () => void;
  failure: { error: unknown; what: string } | null;
}

function Decisions({ item, running, onDecide, onReject, failure }: DecisionsProps) {
  const words = decisionWords(item);
  const failed = failure && <Failure error={failure.error} what={failure.what} />;
  if (item.status === 'disclosure_missing') return null;
  if (item.status !== 'in_review') {
    return (
      <section className={classes.decisions} aria-label="Decision">
        {failed}
        <p>Undone it is in review again{item.status === 'approved' ? ', and its points go back' : ''}.</p>
        <div className={classes.buttons}>
          <Button variant="default" loading={running === 'undo'} onClick={() => onDecide({ action: 'undo' })}>
            Undo decision
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={classes.decisions} aria-label="Decision">
      {failed}
      <p>{words.approve}</p>
      <p>{words.reject}</p>
      <div className={classes.buttons}>
        <Button
          loading={running === 'approve'}
          disabled={running !== null && running !== 'approve'}
          onClick={() => onDecide({ action: 'approve' })}
        >
          Approve
        </Button>
        <Button variant="default" disabled={running !== null} onClick={onReject}>
          Reject…
        </Button>
      </div>
      <p className={classes.keys}>Keys: A approve, R reject, J next, K back.</p>
    </section>
  );
}
