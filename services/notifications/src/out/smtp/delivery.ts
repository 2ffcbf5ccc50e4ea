import { z } from 'zod';

/** What became of a mail that was handed to the SMTP server. Only `refused` is certain not to be delivered. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'refused'; isPermanent: boolean; why: string }
  | { kind: 'unknown'; why: string };

const smtpError = z.object({
  message: z.string(),
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
});

/**
 * Reads a failure. It is a refusal if not one byte of the mail was read for the wire (no connection, no login, refused
 * sender or recipient, a dead connection of the pool), or if the server answered the whole of it with an error. Anything
 * else after the first byte may have been delivered.
 */
export function deliveryOf(error: unknown, began: boolean): Delivery {
  const { message, code, command, responseCode } = smtpError.safeParse(error).data ?? {
    message: String(error),
  };
  const answer = responseCode ?? 0;
  const answeredAll = command === 'DATA' && answer >= 400;
  if (began && !answeredAll) return { kind: 'unknown', why: message };
  // A login that fails, or a greeting, is about us, not about this mail: it passes when somebody mends it.
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { kind: 'refused', isPermanent: isAboutMail && (answer >= 500 || answer === 0), why: message };
}
