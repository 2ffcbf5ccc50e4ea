import type { OwnSubmission } from '@cairn/contracts/http/submission';
import type { SubmissionStatus } from '@cairn/contracts/submission';
import { sizeWords } from '@cairn/contracts/words/size-words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChangeProps } from '../../../../shared/features/looking/looking.js';
import { When } from '../../../../shared/features/wording/components/when.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { handInAgain } from '../api/submissions.js';
import { handInForm } from '../hand-in-form.js';
import classes from './earn.module.css';
import { HandInDialog } from './hand-in-dialog.js';

const stateWords: Record<SubmissionStatus, string> = {
  in_review: 'In review',
  approved: 'Counts',
  rejected: 'Not accepted',
  disclosure_missing: 'Needs a disclosure',
};

interface SubmissionsListProps {
  submissions: readonly OwnSubmission[];
  /** The brand's: what a post has to say. */
  tagsOf: (actionId: string) => readonly string[];
  reader: Reader;
  onSaid: (words: string) => void;
}

/** What was handed in, where it stands, and a way to mend what waits for its ambassador (domain.md 2.2, 2.3). */
export function SubmissionsList({ submissions, tagsOf, reader, onSaid }: SubmissionsListProps) {
  const [asked, setAsked] = useState<OwnSubmission | null>(null);
  const change = useChangeProps();
  return (
    <>
      <ul className={classes.list} aria-label="What you handed in">
        {submissions.map(item => (
          <li key={item.id}>
            <div className={classes.words}>
              <h3>{titleOf(item)}</h3>
              <p>
                <strong className={classes.state} data-status={item.status}>
                  {stateWords[item.status]}
                </strong>{' '}
                · <When instant={item.submittedAt} reader={reader} />
              </p>
              <p>{item.explanation}</p>
              {item.media ? (
                <p>
                  <a
                    href={item.media.url}
                    target="_blank"
                    rel="noreferrer noopener"
                    className={classes.proof}
                  >
                    Your {item.media.kind}, {sizeWords(item.media.bytes)}
                  </a>
                </p>
              ) : (
                item.proofUrl && <p>{item.proofUrl.replace(/^https?:\/\//, '')}</p>
              )}
            </div>
            {mayMend(item) && (
              <Button
                size="md"
                variant="default"
                aria-label={`Mend: ${titleOf(item)}`}
                {...change}
                onClick={() => setAsked(item)}
              >
                Mend
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <HandInDialog
          title={`Mend: ${titleOf(asked)}`}
          disclosureTags={asked.actionId === null ? [] : tagsOf(asked.actionId)}
          initial={handInForm(asked)}
          prefersFile={asked.media !== null || asked.action?.category === 'upload_content'}
          send={(input, _, way) => handInAgain(asked, input, way)}
          onDone={({ explanation }) => {
            setAsked(null);
            onSaid(explanation);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

const titleOf = ({ action, order }: OwnSubmission) =>
  action?.name ?? (order === null ? 'A task' : `Sale #${order.id}`);

const mayMend = ({ kind, status }: OwnSubmission) =>
  kind === 'action' && (status === 'rejected' || status === 'disclosure_missing');
