import { setTimeout as wait } from 'node:timers/promises';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import type { PortalConfig } from '../../../config.js';
import { homeChannel, parseNotice } from '../../../out/postgres/home-channel.js';
import { StreamHub } from './stream-hub.js';

/** Milliseconds between polls while nobody tells us what was committed, and while somebody does. */
const pollEvery = { deaf: 2_000, listening: 30_000 };

/**
 * Hears what any replica committed, on a Postgres connection of its own: a NOTIFY is part of the transaction, so it
 * comes exactly when the rows can be read, and never for a chunk that was rolled back. While the connection is away,
 * open streams poll.
 */
@Injectable()
export class HomeListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private client: pg.Client | undefined;
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: PortalConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(StreamHub) private readonly hub: StreamHub,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      const told = await this.listen();
      await this.poll();
      await this.pause(told ? pollEvery.listening : pollEvery.deaf);
    }
    await this.client?.end().catch(() => undefined);
  }

  /** @returns whether the connection is there, making it anew where it broke. */
  private async listen(): Promise<boolean> {
    try {
      if (this.client === undefined) this.client = await this.connect();
      else await this.client.query('SELECT 1');
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'not told of changes just now: open streams poll every two seconds');
      this.drop();
      return false;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.PORTAL_BFF_DATABASE_URL,
      application_name: 'cairn-portal-bff-homes',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on('error', () => {
      if (this.client === client) this.drop();
    });
    client.on('notification', ({ payload }) => {
      const notice = parseNotice(payload ?? '');
      if (notice !== undefined) this.hub.notice(notice);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${homeChannel}`);
      return client;
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
  }

  private drop(): void {
    const client = this.client;
    this.client = undefined;
    client?.end().catch(() => undefined);
    this.wake();
  }

  private wake: () => void = () => undefined;

  private async poll(): Promise<void> {
    await this.hub
      .poll()
      .catch(error => this.logger.warn({ err: error }, 'open streams could not be polled'));
  }

  /** Ends early when the connection breaks or the service stops. */
  private async pause(ms: number): Promise<void> {
    const woken = new AbortController();
    this.wake = () => woken.abort();
    const signal = AbortSignal.any([woken.signal, this.stop.signal]);
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }
}
