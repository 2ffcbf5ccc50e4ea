import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import classes from '../../layout/components/refused-list.module.css';
import { type DeedWords, doMany, useFulfilmentChanged } from '../api/fulfilment.js';
import { doneWords } from '../deed-words.js';
import type { Deed } from '../what-to-do.js';
import { FulfilFields } from './fulfil-fields.js';

interface BulkConfirmProps {
  deed: Deed;
  items: readonly FulfilmentItem[];
  onClose: () => void;
  /** Something was done. */
  onDone: () => void;
}

const verbs: Partial<Record<Deed, string>> = { fulfil: 'Fulfil', release: 'Release', cancel: 'Cancel' };

/** Asks before many are changed at once, then lists those that were refused with the reason of each. */
export function BulkConfirm({ deed, items, onClose, onDone }: BulkConfirmProps) {
  const [words, setWords] = useState<DeedWords>({});
  const notify = useNotify();
  const changed = useFulfilmentChanged();
  const mutation = useMutation({
    mutationFn: () =>
      doMany(
        items.map(({ id }) => id),
        deed,
        deed === 'fulfil' ? words : {},
      ),
    onSettled: changed,
    onSuccess: ({ done, refused }) => {
      if (done.length > 0) {
        notify({
          words: `${counted(done.length)} ${doneWords[deed]}`,
          action: deed === 'fulfil' ? { words: 'Undo', onClick: () => undo(done) } : undefined,
        });
        onDone();
      }
      if (refused.length === 0) onClose();
    },
  });
  const undo = (ids: readonly string[]) =>
    doMany(ids, 'undo').then(
      ({ done, refused }) => {
        changed();
        const left = refused.length > 0 ? `; ${refused.length} could not be taken back` : '';
        notify({ words: `${counted(done.length)} ${doneWords.undo}${left}` });
      },
      () =>
        notify({ tone: 'bad', words: 'The fulfilment could not be undone. Open each reward to try again.' }),
    );

  const refused = mutation.data?.refused ?? [];
  if (refused.length > 0) {
    const one = (id: string) => items.find(item => item.id === id);
    return (
      <Modal
        opened
        onClose={onClose}
        title={`${counted(refused.length)} could not be changed`}
        size={520}
        classNames={{ title: classes.title }}
      >
        <p className={classes.lead}>
          {mutation.data?.done.length ? `${counted(mutation.data.done.length)} ${doneWords[deed]}. ` : ''}
          These stay as they were:
        </p>
        <ul className={classes.refused} aria-label="Refused">
          {refused.map(({ id, detail }) => (
            <li key={id}>
              <strong>
                {one(id)?.title} for {one(id)?.ambassador.name}
              </strong>
              <span>{detail}</span>
            </li>
          ))}
        </ul>
        <div className={classes.buttons}>
          <Button onClick={onClose}>Close</Button>
        </div>
      </Modal>
    );
  }
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`${verbs[deed]} ${counted(items.length)}?`}
      action={`${verbs[deed]} ${counted(items.length)}`}
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed="The rewards could not be changed"
      danger={deed === 'cancel'}
    >
      {deed === 'fulfil' && (
        <>
          <FulfilFields words={words} onChange={setWords} />
          <p>Note and tracking number go on every one of them. For 24 hours this can be undone.</p>
        </>
      )}
      {deed === 'release' && (
        <p>They are given now. Those earned in loaded history also send their mails, which were held back.</p>
      )}
      {deed === 'cancel' && (
        <p>The ambassadors keep their tiers but do not get these rewards. They cannot be brought back.</p>
      )}
    </Confirm>
  );
}

const counted = (count: number) => `${count} ${count === 1 ? 'reward' : 'rewards'}`;
