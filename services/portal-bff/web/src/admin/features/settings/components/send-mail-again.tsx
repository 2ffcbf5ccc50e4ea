import type { MessageItem } from '@cairn/contracts/http/message-item';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../api/admin-call.js';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { sendMailAgain, useMailsChanged } from '../api/mails.js';
import { recipientWords } from '../mail-words.js';

interface SendMailAgainProps {
  mail: MessageItem;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a mail goes again, and says what that may mean (domain.md 5.2). */
export function SendMailAgain({ mail, opened, onClose }: SendMailAgainProps) {
  const notify = useNotify();
  const mailsChanged = useMailsChanged();
  const [key] = useState(newIdempotencyKey);
  const who = recipientWords(mail);
  const mutation = useMutation({
    mutationFn: () => sendMailAgain(mail.id, key),
    onSuccess: () => {
      notify({ words: `The mail to ${who} goes again` });
      onClose();
    },
    onSettled: mailsChanged,
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={`Send this mail to ${who} again?`}
      action="Send again"
      onConfirm={() => mutation.mutate()}
      busy={mutation.isPending}
      error={mutation.error}
      failed="The mail was not sent again"
    >
      {mail.status === 'unknown' ? (
        <p>Nobody knows whether it arrived: if it did, it comes twice.</p>
      ) : (
        <p>It did not arrive the first time. Make sure that what stopped it is mended, or it will not now.</p>
      )}
      <p>
        It goes to their address of today
        {mail.template === 'tier-unlocked' && ', with every reward that is ready by now'}.
      </p>
    </Confirm>
  );
}
