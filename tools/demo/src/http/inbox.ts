import { z } from 'zod';
import { Api } from './api.js';

const address = z.object({ address: z.string() });
const email = z.object({
  id: z.string(),
  time: z.string(),
  subject: z.string().nullish(),
  to: z.array(address).nullish(),
  envelope: z.object({ to: z.array(address) }).nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
});
const emails = z.array(email);

export interface Mail {
  id: string;
  /** When the inbox took it. */
  time: string;
  subject: string;
  /** Everybody it was really sent to (the envelope), in lower case. */
  to: string[];
  text: string;
  html: string;
}

const pageLength = 200;

/** maildev's REST API. Nothing here deletes. */
export class Inbox {
  private readonly api: Api;

  /** `patience`: as of Api, in ms. */
  constructor(url: string, patience?: number) {
    this.api = new Api(url, null, patience);
  }

  /** How many mails name `words` in subject, addresses or text. */
  async count(words: string): Promise<number> {
    const path = `/api/email/summary?limit=1&search=${encodeURIComponent(words)}`;
    return (await this.api.get(path, z.object({ total: z.int() }))).total;
  }

  /** Every mail, in the order they came, a page at a time. */
  async *every(): AsyncGenerator<Mail> {
    for (let skip = 0; ; skip += pageLength) {
      const page = await this.api.get(`/api/email?skip=${skip}&limit=${pageLength}`, emails);
      yield* page.map(mailOf);
      if (page.length < pageLength) return;
    }
  }

  /** The mails to one address, newest first. */
  async to(recipient: string): Promise<Mail[]> {
    const path = `/api/email?sort=desc&limit=50&to.address=${encodeURIComponent(recipient)}`;
    return (await this.api.get(path, emails)).map(mailOf);
  }
}

function mailOf(raw: z.infer<typeof email>): Mail {
  const recipients = raw.envelope?.to ?? raw.to ?? [];
  return {
    id: raw.id,
    time: raw.time,
    subject: raw.subject ?? '',
    to: recipients.map(recipient => recipient.address.toLowerCase()),
    text: raw.text ?? '',
    html: raw.html ?? '',
  };
}
