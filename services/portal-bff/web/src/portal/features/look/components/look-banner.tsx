import type { PortalSession } from '@cairn/contracts/http/auth';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lookNoteId } from '../../../../shared/features/looking/looking.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { adminPathOf, lookWords, whoseWords } from '../look-words.js';
import classes from './look-banner.module.css';

interface LookBannerProps {
  session: PortalSession;
  lookedBy: string;
  /** Ends the session. */
  stop: () => Promise<void>;
}

/** On every page while an admin looks: whose portal it is, who looks, that nothing can be changed, and the way out. */
export function LookBanner({ session, lookedBy, stop }: LookBannerProps) {
  const reader = useReader();
  const stopping = useMutation({
    mutationFn: stop,
    onSuccess: () => location.replace(adminPathOf(session)),
  });
  return (
    <aside className={classes.banner} aria-label="You look at somebody’s portal">
      <div className={classes.inner}>
        <p className={classes.words}>
          <strong>{whoseWords(session)}</strong>
          <span id={lookNoteId}>{lookWords(lookedBy, session.expiresAt, reader)}</span>
          {stopping.isError && <span role="alert">No connection: you still look. Try again.</span>}
        </p>
        <Button
          size="sm"
          variant="default"
          loading={stopping.isPending || stopping.isSuccess}
          onClick={() => stopping.mutate()}
        >
          Stop looking
        </Button>
      </div>
    </aside>
  );
}
