import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useBrandSettings } from '../../api/catalog.js';
import { saidAt } from '../../brand-time/brand-time.js';
import { Failure } from '../../layout/components/failure.js';
import { useNotify } from '../../layout/components/notices.js';
import { type DeedWords, doDeed, useFulfilmentChanged } from '../api/fulfilment.js';
import { doneWords, failedWords, verbs } from '../deed-words.js';
import { type Deed, deedsFor, deedWords } from '../what-to-do.js';
import { FulfilFields } from './fulfil-fields.js';
import classes from './reward-deeds.module.css';

interface RewardDeedsProps {
  item: FulfilmentItem;
  onDone: (item: FulfilmentItem) => void;
}

/** What can be done with a reward, each with a sentence of what it does; a cancel asks once more. */
export function RewardDeeds({ item, onDone }: RewardDeedsProps) {
  const reader = useReader();
  const [words, setWords] = useState<DeedWords>({});
  const [asking, setAsking] = useState(false);
  const { run, running, error, failed } = useDeed(item, onDone);
  const deeds = deedsFor(item, reader.now);
  if (deeds.length === 0) return null;
  const button = (deed: Deed) => (
    <Button
      variant={deed === deeds[0] && deed !== 'cancel' ? 'filled' : 'default'}
      loading={running === deed}
      disabled={running !== null && running !== deed}
      onClick={() => run(deed, deed === 'fulfil' ? words : {})}
    >
      {verbs[deed]}
    </Button>
  );
  return (
    <div className={classes.deeds}>
      {error ? <Failure error={error} what={failed} /> : null}
      {deeds.map(deed =>
        deed === 'cancel' ? (
          <section key={deed} className={classes.deed} aria-label="Cancel">
            <p>{deedWords(deed, item)}</p>
            {asking ? (
              <div className={classes.buttons}>
                <Button
                  className={classes.danger}
                  loading={running === 'cancel'}
                  onClick={() => run('cancel', {})}
                >
                  Yes, cancel it
                </Button>
                <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
                  Keep it
                </Button>
              </div>
            ) : (
              <Button variant="default" disabled={running !== null} onClick={() => setAsking(true)}>
                Cancel reward
              </Button>
            )}
          </section>
        ) : (
          <section key={deed} className={classes.deed} aria-label={verbs[deed]}>
            {deed === 'fulfil' && <FulfilFields words={words} onChange={setWords} />}
            <p>
              {deedWords(deed, item)}
              {deed === 'undo' && item.undoUntil && (
                <UndoUntil instant={item.undoUntil} locale={reader.locale} />
              )}
            </p>
            {button(deed)}
          </section>
        ),
      )}
    </div>
  );
}

function UndoUntil({ instant, locale }: { instant: string; locale: string }) {
  const zone = useBrandSettings().data?.timezone ?? 'UTC';
  return <> Possible until {saidAt(instant, zone, locale)}.</>;
}

/** Does a deed, says so with a way back where there is one, and has every list read again. */
function useDeed(item: FulfilmentItem, onDone: (item: FulfilmentItem) => void) {
  const notify = useNotify();
  const changed = useFulfilmentChanged();
  const mutation = useMutation({
    mutationFn: ({ deed, words }: { deed: Deed; words: DeedWords }) => doDeed(item.id, deed, words),
    onSuccess: (done, { deed }) => {
      onDone(done);
      changed();
      notify({
        words: `${item.title} for ${item.ambassador.name}: ${doneWords[deed]}`,
        action:
          deed === 'fulfil'
            ? { words: 'Undo', onClick: () => mutation.mutate({ deed: 'undo', words: {} }) }
            : undefined,
      });
    },
    // Somebody else may have been faster: what they did is shown beside the reason.
    onError: changed,
  });
  return {
    run: (deed: Deed, words: DeedWords) => mutation.mutate({ deed, words }),
    running: mutation.isPending ? mutation.variables.deed : null,
    error: mutation.error,
    failed: mutation.variables ? failedWords[mutation.variables.deed] : '',
  };
}
