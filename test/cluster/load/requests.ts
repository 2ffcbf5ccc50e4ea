import { Agent, request } from 'node:http';

export interface Failure {
  /** When, as an ISO instant. */
  readonly at: string;
  readonly what: string;
  readonly why: string;
}

/** Milliseconds; longer than anything under load takes, shorter than a hang. */
const patience = 20_000;

/**
 * A client that keeps its connections and tries nothing twice, as the proxy in front of a service: what it is refused
 * counts as a failed request.
 */
export class Requests {
  answered = 0;
  readonly failures: Failure[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 12 });
  private readonly underWay = new Set<Promise<unknown>>();

  /** True where the answer was `expected`. */
  send(expected: number, method: string, url: string, token: string, body?: object): Promise<boolean> {
    const began = performance.now();
    const sent = this.exchange(expected, method, url, token, body).then(
      () => {
        this.answered++;
        return true;
      },
      (error: Error) => {
        const after = Math.round(performance.now() - began);
        this.failed(`${method} ${new URL(url).pathname}`, `after ${after} ms: ${error.message}`);
        return false;
      },
    );
    this.underWay.add(sent);
    void sent.finally(() => this.underWay.delete(sent));
    return sent;
  }

  failed(what: string, why: string): void {
    this.failures.push({ at: new Date().toISOString(), what, why });
  }

  /** Resolves when everything that was sent has its outcome. */
  async end(): Promise<void> {
    await Promise.all(this.underWay);
    this.agent.destroy();
  }

  private exchange(
    expected: number,
    method: string,
    url: string,
    token: string,
    body?: object,
  ): Promise<void> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    return new Promise((resolve, reject) => {
      const options = { method, headers, agent: this.agent, timeout: patience };
      const sent = request(url, options, answer => {
        let said = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          said += part;
        });
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === expected) resolve();
          else reject(new Error(`${answer.statusCode} ${said.slice(0, 200)}`));
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${patience} ms`)));
      sent.on('error', error =>
        reject(new Error(`${error.message}${sent.reusedSocket ? ' (kept connection)' : ''}`)),
      );
      sent.end(text);
    });
  }
}
