import { z } from 'zod';

const mails = z.array(
  z.object({
    subject: z.string(),
    html: z.string().nullish(),
    text: z.string().nullish(),
    from: z.array(z.object({ address: z.string(), name: z.string() })),
    headers: z.record(z.string(), z.unknown()),
  }),
);

/** The mails that an address received at the inbox, oldest first. */
export async function mailsTo(inboxUrl: string, address: string) {
  const answer = await fetch(`${inboxUrl}/api/email?limit=50&to.address=${encodeURIComponent(address)}`);
  return mails.parse(await answer.json());
}
