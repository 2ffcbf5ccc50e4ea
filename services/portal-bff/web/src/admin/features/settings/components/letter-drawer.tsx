import { Drawer, Skeleton } from '@mantine/core';
import { Failure } from '../../layout/components/failure.js';
import { useDeadLetter } from '../api/dead-letters.js';
import { LetterBody } from './letter-body.js';
import classes from './letter-drawer.module.css';

/** One dead letter: what could not be read, why, and the way back to its topic. */
export function LetterDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { data: letter, error, refetch, isFetching } = useDeadLetter(id);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      title={letter?.topic ?? 'Dead letter'}
      size={620}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {letter ? (
        <LetterBody key={`${letter.id} ${letter.status}`} letter={letter} onDone={onClose} />
      ) : error ? (
        <Failure
          error={error}
          what="The message could not be read"
          onRetry={() => refetch()}
          retrying={isFetching}
        />
      ) : (
        <Skeleton height={360} radius="md" />
      )}
    </Drawer>
  );
}
