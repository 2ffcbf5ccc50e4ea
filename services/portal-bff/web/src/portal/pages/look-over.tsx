import type { PortalSession } from '@cairn/contracts/http/auth';
import { Button } from '@mantine/core';
import { Message } from '../../shared/features/layout/components/message.js';
import { adminPathOf, whoseWords } from '../features/look/look-words.js';

/** The hour is over: what is still on the page would be of a session that is no more. */
export function LookOver({ session }: { session: PortalSession }) {
  return (
    <Message
      title={`You no longer see ${whoseWords(session)}`}
      words="A look lasts an hour. To go on, open it again from their page in the admin."
    >
      <Button component="a" href={adminPathOf(session)} size="md">
        To their page
      </Button>
    </Message>
  );
}
