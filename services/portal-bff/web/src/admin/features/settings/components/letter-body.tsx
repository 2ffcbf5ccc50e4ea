import type { DeadLetterItem } from '@cairn/contracts/http/dead-letter';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exactInstant } from '../../../../shared/features/wording/dates.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { Failure } from '../../layout/components/failure.js';
import { useNotify } from '../../layout/components/notices.js';
import { useCan } from '../../session/use-me.js';
import { replayLetter, useLettersChanged } from '../api/dead-letters.js';
import { mendedMessage, reasonWords, shownMessage } from '../letter-text.js';
import classes from './letter-drawer.module.css';

/** Why a message is here, the message itself to be mended, and what sends it back. */
export function LetterBody({ letter, onDone }: { letter: DeadLetterItem; onDone: () => void }) {
  const reader = useReader();
  const [text, setText] = useState(() => shownMessage(letter.value));
  const notify = useNotify();
  const changed = useLettersChanged();
  const canReplay = useCan('write') && letter.status === 'open';
  const mended = mendedMessage(text, letter.value);
  const mutation = useMutation({
    mutationFn: () => replayLetter(letter.id, mended.kind === 'mended' ? mended.value : undefined),
    onSuccess: () => {
      changed();
      notify({ words: `Sent back to ${letter.topic}` });
      onDone();
    },
  });
  const { partition, offset, consumer, key, replayedAt } = letter;
  return (
    <>
      <div className={classes.reason}>
        <strong>{reasonWords(letter.reason)}</strong>
        {letter.error}
      </div>
      <dl className={classes.facts}>
        <dt>Since</dt>
        <dd>{exactInstant(letter.at, reader)}</dd>
        {consumer && (
          <>
            <dt>Could not be processed by</dt>
            <dd>{consumer}</dd>
          </>
        )}
        {offset !== null && (
          <>
            <dt>Partition, offset</dt>
            <dd>
              {partition}, {offset}
            </dd>
          </>
        )}
        {key && (
          <>
            <dt>Key</dt>
            <dd>{key}</dd>
          </>
        )}
        {replayedAt && (
          <>
            <dt>Replayed</dt>
            <dd>{exactInstant(replayedAt, reader)}</dd>
          </>
        )}
      </dl>
      <Textarea
        label="Message"
        description={
          letter.value === null ? 'It is not text: write the whole message as JSON to send it.' : undefined
        }
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        readOnly={!canReplay}
        autosize
        minRows={8}
        maxRows={22}
        spellCheck={false}
        classNames={{ input: classes.message }}
        error={mended.kind === 'wrong' ? mended.words : undefined}
      />
      {mutation.error && (
        <div className={classes.failed}>
          <Failure error={mutation.error} what="It could not be sent back" />
        </div>
      )}
      {canReplay && (
        <div className={classes.buttons}>
          <span>
            {mended.kind === 'mended'
              ? 'Goes back to its topic as it stands above.'
              : 'Goes back to its topic as it was; right once what it stumbled on is mended.'}
          </span>
          {mended.kind !== 'same' && (
            <Button variant="default" onClick={() => setText(shownMessage(letter.value))}>
              Start over
            </Button>
          )}
          <Button
            onClick={() => mutation.mutate()}
            loading={mutation.isPending}
            disabled={mended.kind === 'wrong' || (mended.kind === 'same' && letter.value === null)}
          >
            {mended.kind === 'mended' ? 'Replay mended' : 'Replay as it was'}
          </Button>
        </div>
      )}
    </>
  );
}
