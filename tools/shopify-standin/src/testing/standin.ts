import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AppOptions, createApp } from '../app.js';
import type { Clock } from '../clock.js';

export const SHOP = 'rosewood.myshopify.com';
export const APP = { key: 'standin-app', secret: 'standin-secret' };

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }).loose(),
    )
    .optional(),
});

/** A stand-in on a port of its own with one shop, in a directory that is gone afterwards. */
export class Standin {
  readonly #directory = mkdtempSync(path.join(tmpdir(), 'standin-'));
  #app: FastifyInstance | undefined;
  url = '';
  token = '';

  constructor(
    private readonly clock: Clock,
    private readonly change: Partial<AppOptions> = {},
  ) {}

  async start(): Promise<void> {
    const options: AppOptions = {
      DATA_DIR: this.#directory,
      RESTORE_RATE: 1000,
      BUCKET: 20_000,
      SEARCH_LAG_MS: 2000,
      CONTROL_OPEN: false,
      LOG_LEVEL: 'silent',
      APP_KEY: APP.key,
      APP_SECRET: APP.secret,
      ...this.change,
    };
    this.#app = createApp(options, this.clock);
    this.url = await this.#app.listen({ host: '127.0.0.1', port: 0 });
    const made = await this.control('POST', '/shops', { domain: SHOP });
    this.token = z.object({ accessToken: z.string() }).parse(made).accessToken;
  }

  /** The same data in another process, as far as anybody can see. */
  async restart(): Promise<void> {
    await this.#app?.close();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    rmSync(this.#directory, { recursive: true });
  }

  request(method: string, route: string, body?: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${this.url}/control${route}`, {
      method,
      ...(body ? { headers, body: JSON.stringify(body) } : {}),
    });
  }

  /** @throws Error with what control answered, when that is no success */
  async control(method: string, route: string, body?: object): Promise<unknown> {
    const answer = await this.request(method, route, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  send(query: string, variables: object = {}, token = this.token): Promise<Response> {
    return fetch(`${this.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-access-token': token,
        'x-shopify-shop-domain': SHOP,
      },
      body: JSON.stringify({ query, variables }),
    });
  }

  async ask(query: string, variables: object = {}, token = this.token) {
    return Answer.parse(await (await this.send(query, variables, token)).json());
  }
}
