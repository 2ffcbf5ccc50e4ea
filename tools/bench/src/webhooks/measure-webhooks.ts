import { freePort } from '@cairn/local/stack/ports';
import { z } from 'zod';
import { type BenchBrand, codeOf } from '../brand/bench-brand.js';
import { type WebhookPostsAnswer, webhookPostsAnswer } from '../load/webhook-posts-types.js';
import { quantile } from '../measure/statistics.js';
import type { Bed } from '../stack/bed.js';
import { databaseUrl, onDatabase } from '../stack/databases.js';

/** How webhooks are sent. */
export interface WebhookLoad {
  readonly connections: number;
  /** Seconds that a round should take; the number of webhooks follows from the warm-up. */
  readonly seconds: number;
  readonly warmUpRequests: number;
}

/** Webhooks a second in closed loop, and milliseconds from when one was due to its answer at half of that rate. */
export interface WebhookValues extends Record<string, number> {
  'webhooks.rate': number;
  'webhooks.p50': number;
  'webhooks.p99': number;
}

/** Where webhooks go, and how many of them it keeps. */
interface Target {
  readonly url: string;
  readonly stored: () => Promise<number>;
}

/** A shop's orders/paid at ingestion, beside a server that keeps nothing but their ids. */
export class WebhookBench {
  private readonly secret: string;
  private lastId = Date.now() * 1_000;
  /** Webhooks a second: half of what ingestion took in the round. */
  private half = 0;

  constructor(
    private readonly bed: Bed,
    private readonly brand: BenchBrand,
    private readonly load: WebhookLoad,
  ) {
    const { SHOPIFY_API_SECRET: secret } = bed.cairn.stack.env;
    if (secret === undefined) throw new Error('The bench needs the stand-in shop: it has the app’s secret.');
    this.secret = secret;
  }

  /** @throws Error when the round is not valid */
  async value(): Promise<WebhookValues> {
    const base = this.bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1');
    const target = {
      url: `${base}/v1/webhooks/shopify/${this.brand.brandId}`,
      stored: () => this.count('ingestion', 'SELECT count(*) AS n FROM shop_orders'),
    };
    return await this.measured(target, rate => {
      this.half = rate / 2;
    });
  }

  /** At the rate that ingestion had the round's latency at. */
  async baseline(): Promise<WebhookValues> {
    const port = await freePort();
    const url = databaseUrl(this.bed.superuserUrl, 'postgres');
    const server = await this.bed.programs.serve('baseline/webhook-server', {
      ...{ port, secret: this.secret, database: url },
    });
    try {
      return await this.measured({
        url: `http://127.0.0.1:${port}/`,
        stored: () => this.count('postgres', 'SELECT count(*) AS n FROM bench_webhooks'),
      });
    } finally {
      await server.stop();
    }
  }

  private async measured(target: Target, onRate = (_rate: number) => {}): Promise<WebhookValues> {
    const { seconds, connections, warmUpRequests } = this.load;
    const warm = rateOf(await this.sent(target, warmUpRequests, null));
    const full = await this.sent(target, Math.max(Math.round(warm * seconds), connections * 4), null);
    const rate = rateOf(full);
    onRate(rate);
    const { latencies } = await this.sent(target, Math.ceil(this.half * seconds), this.half);
    return {
      'webhooks.rate': rate,
      'webhooks.p50': quantile(latencies, 0.5),
      'webhooks.p99': quantile(latencies, 0.99),
    };
  }

  private async sent(
    { url, stored }: Target,
    requests: number,
    rate: number | null,
  ): Promise<WebhookPostsAnswer> {
    const before = await stored();
    const codes = this.brand.ambassadors.map((_, n) => codeOf(n));
    const { connections } = this.load;
    const input = { url, secret: this.secret, codes, connections, requests, rate, after: this.lastId };
    this.lastId += requests;
    const answer = await this.bed.programs.run('load/webhook-posts', input, webhookPostsAnswer);
    const kept = (await stored()) - before;
    if (answer.failed > 0)
      throw new Error(`a round of ${url} is invalid: ${answer.failed} failed, first: ${answer.example}`);
    if (kept !== requests) throw new Error(`a round of ${url} is invalid: ${kept} of ${requests} are stored`);
    return answer;
  }

  private async count(database: string, statement: string): Promise<number> {
    return await onDatabase(this.bed, database, async client => {
      const { rows } = await client.query(statement);
      return counted.parse(rows)[0].n;
    });
  }
}

const counted = z.tuple([z.object({ n: z.coerce.number() })]);

const rateOf = ({ latencies, seconds }: WebhookPostsAnswer): number => latencies.length / seconds;
