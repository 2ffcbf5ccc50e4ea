import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const home = z.looseObject({ points: z.number() });

/** Milliseconds until a browser comes back, as the stream itself says. */
const retry = 1_000;

/** A portal page that stays open: its stream, opened again when it ends, from the last frame that it has seen. */
export class OpenHome {
  points = 0;
  frames = 0;
  /** How often it was opened again. */
  reopened = 0;
  private lastId: string | undefined;
  private answer: IncomingMessage | undefined;
  private closed = false;
  private readonly ended: Promise<void>;

  private constructor(
    private readonly url: string,
    private readonly session: string,
    private readonly refused: (why: string) => void,
    onFirst: () => void,
  ) {
    this.ended = this.keepOpen(onFirst);
  }

  /** Resolves at the first frame. `refused` hears of each time that it could not be opened. */
  static async open(portal: string, session: string, refused: (why: string) => void): Promise<OpenHome> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const opened = new OpenHome(`${portal}/api/portal/v1/stream`, session, refused, resolve);
    await promise;
    return opened;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.answer?.destroy();
    await this.ended;
  }

  private async keepOpen(onFrame: () => void): Promise<void> {
    for (let time = 0; !this.closed; time++) {
      if (time > 0) await pause(retry);
      if (this.closed) return;
      if (time > 0) this.reopened++;
      try {
        this.answer = await this.connect();
        let text = '';
        for await (const chunk of this.answer.setEncoding('utf8')) {
          const frames = (text + String(chunk)).split('\n\n');
          text = frames.pop() ?? '';
          for (const frame of frames) if (this.take(frame)) onFrame();
        }
      } catch (error) {
        // A stream that breaks off is opened again; one that cannot be opened is a failed request.
        if (!this.closed && error instanceof Refused) this.refused(error.message);
      }
    }
  }

  private connect(): Promise<IncomingMessage> {
    const headers = {
      authorization: `Bearer ${this.session}`,
      ...(this.lastId === undefined ? {} : { 'last-event-id': this.lastId }),
    };
    return new Promise((resolve, reject) => {
      get(this.url, { headers, agent: false }, answer => {
        if (answer.statusCode === 200) resolve(answer);
        else reject(new Refused(`the stream answered ${answer.statusCode}`));
      }).on('error', error => reject(new Refused(error.message)));
    });
  }

  private take(frame: string): boolean {
    const field = (name: string) =>
      frame
        .split('\n')
        .find(line => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) return false;
    this.lastId = field('id') ?? this.lastId;
    this.points = home.parse(JSON.parse(data)).points;
    this.frames++;
    return true;
  }
}

class Refused extends Error {}
