import { get, type IncomingMessage } from 'node:http';
import { pointsASale } from './sale.js';

export interface StreamAddress {
  readonly externalId: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An ambassador's open stream: when each of their sales was due, and when a frame first had the points of it. */
export class WatchedStream {
  /** Milliseconds, in the order in which they were seen. */
  readonly latencies: number[] = [];
  private readonly due: { intended: number; target: number }[] = [];
  private points: number | undefined;
  private promised = 0;
  private text = '';
  private onFrame: () => void = () => undefined;

  private constructor(
    readonly externalId: string,
    private readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
  }

  /** Resolves when the first state has come: what is there before the load begins. */
  static async open({ externalId, url, headers }: StreamAddress): Promise<WatchedStream> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { headers, agent: false }, resolve).on('error', reject);
    });
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    const stream = new WatchedStream(externalId, answer);
    await new Promise<void>(resolve => {
      stream.onFrame = resolve;
    });
    return stream;
  }

  /** A sale of this ambassador is due at `intended` (milliseconds of `performance.now`). */
  expect(intended: number): void {
    this.promised += pointsASale;
    this.due.push({ intended, target: this.promised });
  }

  get unseen(): number {
    return this.due.length;
  }

  close(): void {
    this.answer.destroy();
  }

  private take(chunk: string): void {
    const now = performance.now();
    const frames = (this.text + chunk).split('\n\n');
    this.text = frames.pop() ?? '';
    for (const frame of frames) {
      const data = frame.split('\n').find(line => line.startsWith('data: '));
      if (data !== undefined) this.see((JSON.parse(data.slice(6)) as { points: number }).points, now);
    }
  }

  private see(points: number, now: number): void {
    if (this.points === undefined) {
      this.points = points;
      this.onFrame();
      return;
    }
    while (this.due[0] !== undefined && points - this.points >= this.due[0].target)
      this.latencies.push(now - this.due.shift()!.intended);
  }
}
