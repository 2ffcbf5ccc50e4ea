import { setTimeout as pause } from 'node:timers/promises';
import { Inbox } from '@cairn/demo/http/inbox';
import { z } from 'zod';

/**
 * One sale as a newcomer makes it: signs in by the mailed link, keeps the portal's stream open, sends what the printed
 * curl sends, and waits until the bar has moved. With UNLOCK_MAIL=<word> also for a mail with that word in its subject.
 *
 *   node sale.ts <sign-in link> <curl's arguments>…
 */
const environment = z.object({ INBOX: z.url(), UNLOCK_MAIL: z.string().optional() }).parse(process.env);
const [link = '', ...curl] = process.argv.slice(2);

/** Milliseconds. */
const patience = 120_000;

const home = z.object({ points: z.number() });
const session = z.object({ token: z.string() });

/** What curl would send. @throws Error for an option that the seed does not print */
function printedRequest(args: readonly string[]): { url: string; headers: Headers; body: string } {
  const headers = new Headers();
  let url = '';
  let body = '';
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const value = args[at + 1] ?? '';
    if (arg === '-s') continue;
    if (arg === '-H')
      headers.append(value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1).trim());
    else if (arg === '-d') body = value;
    else if (arg.startsWith('http')) {
      url = arg;
      continue;
    } else throw new Error(`the seed printed curl ${arg}`);
    at++;
  }
  return { url, headers, body };
}

/** Its points, frame by frame. */
async function* pointsOf(portal: string, token: string): AsyncGenerator<number> {
  const answer = await fetch(`${portal}/api/portal/v1/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(patience),
  });
  if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const frames = (text + read.value).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const data = frame.split('\n').find(line => line.startsWith('data: '));
        if (data !== undefined) yield home.parse(JSON.parse(data.slice('data: '.length))).points;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** Until it is taken: what is sent again has the same id. */
async function send({ url, headers, body }: ReturnType<typeof printedRequest>): Promise<number> {
  const deadline = performance.now() + patience;
  for (let refused = 0; ; refused++) {
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer?.ok) return refused;
    if ((answer && answer.status < 500) || performance.now() > deadline)
      throw new Error(`the sale was refused: ${answer?.status} ${await answer?.text()}`);
    await pause(500);
  }
}

const portal = new URL(link).origin;
const signedIn = await fetch(`${portal}/api/auth/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ token: new URL(link).searchParams.get('token') }),
});
const { token } = session.parse(await signedIn.json());
const inbox = new Inbox(environment.INBOX);
const address = 'mia@rosewood.example';
const mailsBefore = (await inbox.to(address)).length;

let before: number | undefined;
let sent = 0;
let refused = 0;
for await (const points of pointsOf(portal, token)) {
  if (before === undefined) {
    before = points;
    sent = performance.now();
    refused = await send(printedRequest(curl));
  }
  if (points > before) {
    const ms = Math.round(performance.now() - sent);
    process.stdout.write(
      `${before} to ${points} points, ${ms} ms after the POST (refused ${refused} times)\n`,
    );
    break;
  }
}

const { UNLOCK_MAIL: word } = environment;
for (const deadline = performance.now() + patience; word !== undefined; await pause(200)) {
  const mails = await inbox.to(address);
  const mail = mails.find(({ subject }) => subject.includes(word));
  if (mail) {
    process.stdout.write(`the mail is there: ${mail.subject} (${mails.length - mailsBefore} new)\n`);
    break;
  }
  if (performance.now() > deadline) throw new Error(`no mail says ${word}`);
}
