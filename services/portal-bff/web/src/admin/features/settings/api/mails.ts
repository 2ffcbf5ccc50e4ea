import { messageCounts, messageItem } from '@cairn/contracts/http/message-item';
import { pageOf } from '@cairn/contracts/http/page';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { adminCommand, adminGet } from '../../api/admin-call.js';
import { usePages } from '../../api/use-pages.js';
import { useCan } from '../../session/use-me.js';

const mailPage = pageOf(messageItem);

/** GET /messages: of one status, or all of them (undefined). */
export const useMails = (status: string | undefined) =>
  usePages(['mails', status], (cursor, signal) =>
    adminGet('/messages', mailPage, { status, cursor }, signal),
  );

/**
 * GET /messages/counts, asked again every half a minute: how many mails' fate nobody knows that may be sent again; null
 * until it is known.
 */
export function useUnknownMails(): number | null {
  const canRead = useCan('read');
  const { data } = useQuery({
    queryKey: ['mail-counts'],
    queryFn: ({ signal }) => adminGet('/messages/counts', messageCounts, {}, signal),
    refetchInterval: 30_000,
    enabled: canRead,
  });
  return data?.canBeSentAgain ?? null;
}

/** POST /messages/{id}/send-again: answers the mail as it is then. Throws ApiProblem: `not_unknown`, `not_resendable`. */
export const sendMailAgain = (id: string, idempotencyKey: string) =>
  adminCommand('POST', `/messages/${encodeURIComponent(id)}/send-again`, messageItem, { idempotencyKey });

/** To be called when mails have been sent again, or when somebody else was first. */
export function useMailsChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['mails', 'mail-counts']) void queries.invalidateQueries({ queryKey: [key] });
  };
}
