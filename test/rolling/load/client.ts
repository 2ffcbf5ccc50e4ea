import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Requests } from './requests.js';

export interface Ask {
  /** By which it is counted. */
  kind: string;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  type?: string;
  /** Sent one after the other, with `between` milliseconds from one to the next. */
  pieces?: readonly string[];
  between?: number;
  headers?: Readonly<Record<string, string>>;
}

/** Milliseconds until a request that failed is sent again, so that the rest of the run still means something. */
const againAfter = 200;

/** A client with one connection that it keeps, as a balancer's or a browser's. It repeats nothing by itself. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly origin: string,
    private readonly token: string,
    private readonly requests: Requests,
  ) {}

  /** @returns the answer's JSON. What fails is counted as failed, and sent again until it is answered well. */
  async call(ask: Ask): Promise<unknown> {
    for (;;) {
      try {
        const { status, body } = await this.once(ask);
        if (status >= 200 && status < 300) {
          this.requests.isAnswered(ask.kind);
          return JSON.parse(body);
        }
        this.requests.fails(ask.kind, `${status} ${body}`);
      } catch (error) {
        this.requests.fails(ask.kind, String(error));
      }
      await pause(againAfter);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async once(ask: Ask): Promise<{ status: number; body: string }> {
    const { method, path, pieces = [], between = 0, type = 'application/json', headers = {} } = ask;
    const request = httpRequest(new URL(path, this.origin), {
      method,
      agent: this.agent,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(pieces.length === 0 ? {} : { 'content-type': type }),
        ...headers,
      },
    });
    const answer = once(request, 'response').then(async ([response]: IncomingMessage[]) => ({
      status: response!.statusCode ?? 0,
      body: await text(response!),
    }));
    // Heard of below; until then it is nobody's.
    answer.catch(() => undefined);
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) await pause(between);
      request.write(piece);
    }
    request.end();
    return await answer;
  }
}
