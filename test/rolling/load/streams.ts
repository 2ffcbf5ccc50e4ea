import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Person } from './person.js';
import type { Requests } from './requests.js';

const state = z.object({ epoch: z.int(), revision: z.int() });

/**
 * One browser with its portal open, as EventSource does it: it comes back `retry` milliseconds after an end, with the id
 * of the last state that it had.
 */
export class Stream {
  /** The last state's id, as `epoch.revision`. */
  last = '';
  /** Times that it was ended well and came back. */
  ends = 0;
  private retry = 1_000;

  constructor(
    private readonly origin: string,
    readonly person: Person,
    private readonly requests: Requests,
  ) {}

  /** Reads until the signal, whatever ends in between. */
  async read(enough: AbortSignal): Promise<void> {
    while (!enough.aborted) {
      try {
        await this.open(enough);
        this.ends++;
      } catch (error) {
        if (enough.aborted) return;
        this.requests.fails('GET stream', String(error));
      }
      await pause(this.retry, undefined, { signal: enough }).catch(() => undefined);
    }
  }

  /** Resolves where the stream ended as it should. @throws where it was refused, or broke off. */
  private async open(signal: AbortSignal): Promise<void> {
    const request = httpRequest(new URL('/api/portal/v1/stream', this.origin), {
      agent: false,
      signal,
      headers: {
        authorization: `Bearer ${this.person.session}`,
        ...(this.last === '' ? {} : { 'last-event-id': this.last }),
      },
    });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
    this.requests.isAnswered('GET stream');
    let waiting = '';
    for await (const chunk of response.setEncoding('utf8')) {
      const blocks = (waiting + chunk).split('\n\n');
      waiting = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map(line => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    );
    const retry = fields.get('retry');
    if (retry !== undefined) this.retry = Number(retry);
    const data = fields.get('data');
    if (data === undefined) return;
    const { epoch, revision } = state.parse(JSON.parse(data));
    const [lastEpoch = 0, lastRevision = -1] = this.last === '' ? [] : this.last.split('.').map(Number);
    if (epoch < lastEpoch || (epoch === lastEpoch && revision <= lastRevision)) {
      this.requests.fails('GET stream', `${epoch}.${revision} came after ${this.last}`);
    }
    this.last = `${epoch}.${revision}`;
  }
}
