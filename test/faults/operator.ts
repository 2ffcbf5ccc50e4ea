import { Api } from '@cairn/demo/http/api';
import { everyItem } from '@cairn/demo/http/pages';
import { until } from '@cairn/service-kit/testing/until';
import { z } from 'zod';

const message = z.object({ id: z.string(), status: z.string(), canBeSentAgain: z.boolean() });

const inboxMail = z.array(
  z.object({ messageId: z.string().nullish(), headers: z.record(z.string(), z.unknown()).nullish() }),
);

/** Milliseconds: longer than a sender's lease, after which a mail counts as lost sight of. */
const patience = 300_000;

/**
 * What an admin does after a crash (domain.md 5.2): waits until every mail's fate is settled, and sends those again
 * that were lost sight of and that nobody has received.
 * @returns how many were lost sight of, and how many of them were sent again.
 */
export async function settleMails(
  api: Api,
  received: (messageId: string) => Promise<boolean>,
): Promise<{ unknown: number; sentAgain: number }> {
  await untilSettled(api);
  const unknown = await everyItem(api, '/api/v1/messages?status=unknown', message);
  let sentAgain = 0;
  for (const { id } of unknown) {
    if (await received(id)) continue;
    await api.call({
      method: 'POST',
      path: `/api/v1/messages/${id}/send-again`,
      body: {},
      answer: z.unknown(),
    });
    sentAgain++;
  }
  if (sentAgain > 0) await untilSettled(api);
  return { unknown: unknown.length, sentAgain };
}

/** The ids of the messages that an inbox has received, from their Message-ID. */
export async function receivedIds(inboxUrl: string): Promise<Set<string>> {
  const inbox = new Api(inboxUrl);
  const ids = new Set<string>();
  for (let skip = 0; ; skip += 200) {
    const page = await inbox.get(`/api/email?skip=${skip}&limit=200`, inboxMail);
    for (const mail of page) {
      const id = /^<?([0-9a-f-]{36})@/.exec(
        mail.messageId ?? String(mail.headers?.['message-id'] ?? ''),
      )?.[1];
      if (id !== undefined) ids.add(id);
    }
    if (page.length < 200) return ids;
  }
}

async function untilSettled(api: Api): Promise<void> {
  await until(
    'every mail’s fate is settled',
    async () => {
      for (const status of ['waiting', 'sending']) {
        const path = `/api/v1/messages?status=${status}&limit=1`;
        const page = await api.get(path, z.object({ items: z.array(message) }));
        if (page.items.length > 0) return false;
      }
      return true;
    },
    patience,
  );
}
