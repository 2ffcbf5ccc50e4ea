import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isRefused } from '../../../../../shared/features/http/api-problem.js';
import { saidPast } from '../../../../../shared/features/wording/dates.js';
import { useReader } from '../../../../../shared/features/wording/use-reader.js';
import { Failure } from '../../../layout/components/failure.js';
import type { Draft } from '../use-draft.js';
import classes from './draft-notes.module.css';

/** What stands between the text and the server: a conflict, a refusal, text found from before. */
export function DraftNotes({ draft: { store, state, restored } }: { draft: Draft }) {
  const { saving, aside, refusals } = state;
  const reader = useReader();
  const [seen, setSeen] = useState(false);
  return (
    <>
      {restored && !seen && (
        <Note
          action={
            <>
              <Button
                variant="default"
                onClick={() => {
                  store.discard();
                  setSeen(true);
                }}
              >
                Discard it
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setSeen(true)}>
                Keep it
              </Button>
            </>
          }
        >
          What you had written and not saved is back, from this browser.
        </Note>
      )}
      {saving.kind === 'conflict' && (
        <Note
          warn
          action={
            saving.theirs && (
              <>
                <Button variant="default" onClick={store.showTheirs}>
                  Show their version
                </Button>
                <Button onClick={store.overwrite}>Save mine over it</Button>
              </>
            )
          }
        >
          <strong>Somebody else saved this draft</strong>
          {saving.theirs && ` ${saidPast(saving.theirs.updatedAt, reader)}`} while you were writing. Your text
          is kept here and not saved over theirs.
          {!saving.theirs && ' Reload the page to see their version; yours comes back with it.'}
        </Note>
      )}
      {aside && saving.kind !== 'conflict' && (
        <Note
          action={
            <>
              <Button variant="default" onClick={store.bringBack}>
                Bring mine back
              </Button>
              <Button variant="subtle" color="gray" onClick={store.forgetAside}>
                Keep theirs
              </Button>
            </>
          }
        >
          This is the version that the other saved. Yours is kept aside.
        </Note>
      )}
      {saving.kind === 'failed' && (
        <Failure
          error={saving.error}
          what={
            isRefused(saving.error)
              ? 'The draft was not taken'
              : 'The draft could not be saved; your text is kept in this browser'
          }
          onRetry={() => store.save().catch(() => undefined)}
        >
          {refusals.length > 0 && (
            <ul className={classes.refusals}>
              {refusals.map(({ path, words }) => (
                <li key={path + words}>{words}</li>
              ))}
            </ul>
          )}
        </Failure>
      )}
    </>
  );
}

function Note({ children, action, warn }: { children: ReactNode; action?: ReactNode; warn?: boolean }) {
  return (
    <div role={warn ? 'alert' : 'status'} className={classes.note} data-warn={warn || undefined}>
      <p>{children}</p>
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
