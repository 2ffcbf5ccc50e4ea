import { Button } from '@mantine/core';
import { Cairn } from '../../shared/features/cairn/components/cairn.js';
import { ApiProblem } from '../../shared/features/http/api-problem.js';
import { Message } from '../../shared/features/layout/components/message.js';

interface HomeFailedProps {
  error: Error;
  onRetry: () => void;
  retrying: boolean;
}

const outline = [{ id: 'outline', name: '', medal: { preset: 'silver' as const }, state: 'later' as const }];

/** The first state could not be had: what happened, what was kept, what to do. */
export function HomeFailed({ error, onRetry, retrying }: HomeFailedProps) {
  const outdated = error instanceof ApiProblem && error.code === 'unreadable_answer';
  const offline = error instanceof ApiProblem && error.status === 0;
  return (
    <Message
      picture={<Cairn stones={outline} />}
      title={
        offline
          ? 'No connection just now'
          : outdated
            ? 'There is a newer version'
            : 'Your points cannot be shown just now'
      }
      words={
        outdated
          ? 'This page is older than the server. Your points are safe; reload to see them.'
          : 'Your points are safe, and sales go on counting. Try again in a moment.'
      }
    >
      <Button size="md" loading={retrying} onClick={outdated ? () => location.reload() : onRetry}>
        {outdated ? 'Reload' : 'Try again'}
      </Button>
    </Message>
  );
}
