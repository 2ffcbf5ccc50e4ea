import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { applyAmbassadors, applyPrograms } from '../app/read-model/apply-catalog.js';
import type { PortalConfig } from '../config.js';
import { testBrand } from './brand.js';
import { type TestDatabase, testDatabase } from './database.js';
import { eventsOf } from './events.js';
import { formOf } from './media-files.js';
import { type OtherServices, otherServices } from './other-services.js';
import { portalApp } from './portal-app.js';

/** Of an action that nobody looks for. */
export const actionId = newId();

export const submissionsPath = '/api/portal/v1/submissions';

/** Somebody signed in to the portal. */
export interface Person {
  id: string;
  token: string;
}

export type TestBrand = Awaited<ReturnType<typeof testBrand>>;

export interface Sent {
  fields?: Record<string, string>;
  key?: string;
  /** Another copy of the service. */
  at?: string;
  path?: string;
  method?: string;
  form?: FormData;
}

/** What is answered, of whichever kind. */
export interface Answer {
  eventId: string;
  receipt: { status: string };
  code: string;
  detail: string;
}

export interface SentEvent {
  id: string;
  data: { proofUrl: string; text?: string; paidPartnership?: boolean };
}

const limits = { MEDIA_PHOTO_BYTES: 20_000, MEDIA_VIDEO_BYTES: 60_000, MEDIA_DAILY_BYTES: 150_000 };

/** portal-bff with a folder for photos of 20 kB and videos of 60 kB, 150 kB a day and person. */
export class UploadsPlace {
  brand!: TestBrand;
  ada!: Person;

  private constructor(
    readonly database: TestDatabase,
    readonly others: OtherServices,
    readonly folder: string,
    readonly url: string,
    readonly runner: DueWorkRunner,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(): Promise<UploadsPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-uploads-'));
    const database = await testDatabase();
    const others = await otherServices();
    const { app, url, runner } = await portalApp(database, others.url, settings(folder));
    return new UploadsPlace(database, others, folder, url, runner, async () => {
      await runner.stop();
      await app.close();
      await others.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    });
  }

  /** Another copy of the service, beside the first. */
  async copy(change: Partial<PortalConfig> = {}) {
    return await portalApp(this.database, this.others.url, { ...settings(this.folder), ...change });
  }

  async close(): Promise<void> {
    await this.end();
  }

  /** Empty, with a brand of its own, and ingestion and points well. */
  async begin(): Promise<void> {
    this.others.asked.length = 0;
    this.others.answers.set('POST /internal/events', this.judged);
    await this.query('DELETE FROM media');
    await this.query('DELETE FROM due_work');
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true });
    this.brand = await testBrand(this.database.db);
    this.ada = await this.person();
  }

  /** Ingestion takes it, and points awards it. */
  readonly judged = ({ body }: FastifyRequest) => {
    const { id } = body as SentEvent;
    this.others.answers.set(`GET /internal/receipts/${encodeURIComponent(id)}`, {
      eventId: id,
      status: 'awarded',
      points: 40,
      at: '2026-11-20T10:00:00.000Z',
    });
    return { accepted: 1, rejected: [] };
  };

  async person(of: TestBrand = this.brand): Promise<Person> {
    const events = eventsOf(of.id);
    const id = newId();
    const { db } = this.database;
    await inTransaction(db, sql => applyAmbassadors(sql, [events.ambassador(id, 1)]));
    await inTransaction(db, sql => applyPrograms(sql, [events.program(1), events.series(2)]));
    const made = await fetch(`${this.url}/api/v1/ambassadors/${id}/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${of.apiKey}` },
    });
    return { id, token: ((await made.json()) as { token: string }).token };
  }

  async handIn(by: Person, file: Buffer | undefined, sent: Sent = {}) {
    const { fields = { actionId }, key, at = this.url, form } = sent;
    const response = await fetch(`${at}${sent.path ?? submissionsPath}`, {
      method: sent.method ?? 'POST',
      headers: {
        authorization: `Bearer ${by.token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: form ?? formOf(fields, file),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  }

  async get(path: string, token: string, headers: Record<string, string> = {}, method = 'GET') {
    return await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  }

  /** What ingestion was sent. */
  events(): SentEvent[] {
    const sent = this.others.asked.filter(one => one.url === '/internal/events');
    return sent.map(({ body }) => body as SentEvent);
  }

  /** Paths of all files, whole or begun. */
  stored(): string[] {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return entries.filter(one => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  async rows(): Promise<{ kept: boolean; uses: string[] }[]> {
    return await this.query('SELECT kept_at IS NOT NULL AS kept, uses FROM media');
  }

  async untilNothingIsLeft(): Promise<void> {
    await until(
      'nothing is left',
      async () => this.stored().length === 0 && (await this.rows()).length === 0,
    );
  }

  async query<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return await onPool(this.database.db).query<Row>(text, params);
  }
}

function settings(folder: string): Partial<PortalConfig> {
  return { MEDIA_URL: { kind: 'directory', path: folder }, ...limits };
}

/** A service that is away. */
export const away = (_: FastifyRequest, reply: FastifyReply) => reply.status(503).send({});

/** A service that refuses. */
export const refusing =
  (status: number, code: string) =>
  (_: FastifyRequest, reply: FastifyReply): unknown =>
    reply.status(status).send({ type: 'x', title: 'No', status, code, detail: 'Not now.' });

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
