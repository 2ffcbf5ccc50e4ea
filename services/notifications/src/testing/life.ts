import { type EventOf, envelope } from '@cairn/contracts/envelope';
import { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import type { DataSource } from 'typeorm';
import { recallMessages } from '../app/recall-messages.js';
import { recordGrants } from '../app/record-grants.js';
import { recordUnlocks } from '../app/record-unlocks.js';
import { SendMessage } from '../app/send-message.js';
import { type SignInRequest, sendSignIn } from '../app/send-sign-in.js';
import { sendMessage } from '../domain/message.js';
import { CatalogEvents } from '../in/events/catalog.controller.js';
import { ambassadorEvent, brandEvent, type grantEvent, type Unlocked } from './given.js';
import { ScriptedMailer } from './scripted-mailer.js';

export type Told = EventOf<typeof messageChanged>;
export type Granted = ReturnType<typeof grantEvent>;

/** The service on one database, with a mailer and a clock that tests set. */
export class Life {
  readonly mailer = new ScriptedMailer();
  now = new Date('2026-11-01T10:00:01.000Z');
  /** Milliseconds that messages are said to have waited. */
  waited = 0;

  constructor(
    private readonly db: DataSource,
    private readonly brandId: string,
  ) {}

  async knows(person: { ambassadorId: string; name: string; email: string }): Promise<void> {
    const catalog = new CatalogEvents();
    const chunk = { topic: 't', partition: 0 };
    await inTransaction(this.db, async sql => {
      await catalog.brands([brandEvent(this.brandId)], { sql, ...chunk });
      await catalog.ambassadors([ambassadorEvent(this.brandId, person)], { sql, ...chunk });
    });
  }

  async unlocked(...events: Unlocked[]): Promise<void> {
    await inTransaction(this.db, sql => recordUnlocks(sql, events, this.now));
  }

  async granted(...events: Granted[]): Promise<void> {
    await inTransaction(this.db, sql => recordGrants(sql, events, this.now));
  }

  async recall(...events: Told[]): Promise<void> {
    await inTransaction(this.db, sql => recallMessages(sql, events, this.now));
  }

  async asked(request: SignInRequest): Promise<void> {
    await inTransaction(this.db, sql => sendSignIn(sql, this.brandId, request, this.now));
  }

  /** Sends what is due, as if every time had come. */
  async perform(): Promise<void> {
    await onPool(this.db).query('UPDATE due_work SET due_at = clock_timestamp() WHERE brand_id = $1', [
      this.brandId,
    ]);
    const sender = new SendMessage(
      this.db,
      this.mailer,
      { waited: () => this.waited },
      { PUBLIC_URL: 'https://portal.example/' },
      () => this.now,
      createLogger('notifications', 'silent'),
      { wake: () => undefined },
    );
    const claimed = await claimWork(onPool(this.db), sendMessage, 500, 60_000);
    for (const work of claimed.filter(each => each.brandId === this.brandId)) await sender.perform(work);
  }

  /** What was published so far, as the topic has it. */
  async stream(): Promise<Told[]> {
    const rows = await onPool(this.db).query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
    return rows
      .map(row => envelope.parse(JSON.parse(row.value)))
      .filter(event => event.brandid === this.brandId)
      .map(event => ({ ...event, type: messageChanged.type, data: messageChanged.data.parse(event.data) }));
  }

  /** Template, version and status of each event. */
  async published() {
    return (await this.stream()).map(({ data, aggregateversion }) => [
      data.template,
      aggregateversion,
      data.status,
    ]);
  }

  async rows() {
    return await onPool(this.db).query(
      `SELECT message_id, cause, template, recipient, unlock_id, status, grants, version, secret, causation_id,
         correlation_id, accepted_at FROM messages WHERE brand_id = $1 ORDER BY message_id`,
      [this.brandId],
    );
  }

  async work(): Promise<number> {
    return (await onPool(this.db).query('SELECT FROM due_work WHERE brand_id = $1', [this.brandId])).length;
  }

  subjects(): string[] {
    return this.mailer.sent.map(mail => mail.subject);
  }
}
