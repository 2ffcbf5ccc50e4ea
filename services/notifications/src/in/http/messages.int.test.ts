import 'reflect-metadata';
import { messageCounts, messageItem } from '@cairn/contracts/http/message-item';
import { pageOf } from '@cairn/contracts/http/page';
import { type RunningService, startService } from '@cairn/service-kit/bootstrap/start';
import { newId } from '@cairn/service-kit/events/derive';
import { type Caller, callerHeader, encodeCaller } from '@cairn/service-kit/http/caller';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { migrations } from '../../../migrations/all.js';
import { recordUnlocks } from '../../app/record-unlocks.js';
import { sendSignIn } from '../../app/send-sign-in.js';
import { config } from '../../config.js';
import { definition } from '../../definition.js';
import { notificationsHttp, notificationsProviders } from '../../notifications.module.js';
import { Mailer } from '../../out/smtp/mailer.js';
import { ambassadorEvent, brandEvent, unlockEvent } from '../../testing/given.js';
import { ScriptedMailer } from '../../testing/scripted-mailer.js';
import { CatalogEvents } from '../events/catalog.controller.js';

const mailer = new ScriptedMailer();

/** Without the consumers: tests deliver events themselves, and disturb no other group. */
@Module({
  controllers: notificationsHttp,
  providers: [...notificationsProviders.filter(one => one !== Mailer), { provide: Mailer, useValue: mailer }],
})
class WithoutConsumers {}

const token = 'service-token-of-tests';
const page = pageOf(messageItem);
const changed = z.object({ body: messageItem, mark: z.null() });

let database: TestDatabase;
let service: RunningService;
let url: string;
let caller: Caller;
let ada: { ambassadorId: string; name: string; email: string };

beforeAll(async () => {
  const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
  await provisionTopics({ brokers });
  database = await createTestDatabase(migrations);
  const settings = config.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: token,
    NOTIFICATIONS_DATABASE_URL: database.url,
    SMTP_URL: process.env.TEST_SMTP_URL,
    MAIL_FROM: 'cairn@brand.example',
    PUBLIC_URL: 'https://portal.example/',
    LOG_LEVEL: 'silent',
  });
  const logger = createLogger('notifications', 'silent');
  const alone = { ...definition, module: WithoutConsumers, recalls: [] };
  service = await startService(alone, settings, logger);
  url = await service.app.getUrl();
});

afterAll(async () => {
  await service?.stop();
  await database?.drop();
});

beforeEach(async () => {
  caller = { brandId: newId(), actor: { kind: 'admin', id: newId(), ip: null } };
  ada = { ambassadorId: newId(), name: 'Ada King', email: `ada-${newId()}@example.com` };
  const chunk = { topic: 't', partition: 0 };
  await inTransaction(database.db, async sql => {
    const catalog = new CatalogEvents();
    await catalog.brands([brandEvent(caller.brandId)], { sql, ...chunk });
    await catalog.ambassadors([ambassadorEvent(caller.brandId, ada)], { sql, ...chunk });
  });
});

async function call(method: string, path: string, by: Caller = caller) {
  const headers = { authorization: `Bearer ${token}`, [callerHeader]: encodeCaller(by) };
  const response = await fetch(`${url}/internal/messages${path}`, { method, headers });
  return { status: response.status, body: (await response.json()) as unknown };
}

const list = async (query = '') => page.parse((await call('GET', query)).body);

/** Unlocks in this order, whose mails are all `unknown`. */
async function lostMails(count: number): Promise<string[]> {
  const unlocks = Array.from({ length: count }, () => unlockEvent(caller.brandId, ada.ambassadorId, 0));
  for (const [place, unlock] of unlocks.entries()) {
    mailer.answer({ kind: 'unknown', why: 'the connection broke' });
    const at = new Date(Date.parse('2026-11-01T10:00:00.000Z') + place * 1_000);
    await inTransaction(database.db, sql => recordUnlocks(sql, [unlock], at));
    await until(
      'its fate is unknown',
      async () => (await list('?status=unknown')).items.length === place + 1,
    );
  }
  return unlocks.map(unlock => unlock.data.unlockId);
}

describe('the internal API of messages', () => {
  it('5.2 lists what is unknown, newest first by pages, and counts it', async () => {
    const causes = await lostMails(3);
    const first = await list('?status=unknown,dropped&limit=2');
    expect(first.items.map(item => item.cause)).toEqual([causes[2], causes[1]]);
    const rest = await list(
      `?status=unknown,dropped&limit=2&cursor=${encodeURIComponent(first.nextCursor!)}`,
    );
    expect([rest.items.map(item => item.cause), rest.nextCursor]).toEqual([[causes[0]], null]);
    expect((await list(`?ambassadorId=${ada.ambassadorId}&template=tier-unlocked`)).items).toHaveLength(3);
    for (const none of ['?status=sent', `?ambassadorId=${newId()}`, '?template=codes-needed']) {
      expect((await list(none)).items).toEqual([]);
    }
    const signIn = { as: 'ambassador', accent: null, cause: newId(), ...ada } as const;
    const link = { url: 'https://portal.example/a', expiresAt: '2100-01-01T00:00:00.000Z' };
    mailer.answer({ kind: 'unknown', why: 'the connection broke' });
    await inTransaction(database.db, sql =>
      sendSignIn(sql, caller.brandId, { ...signIn, ...link }, new Date()),
    );
    await until('it is lost too', async () => (await list('?status=unknown')).items.length === 4);
    expect(messageCounts.parse((await call('GET', '/counts')).body)).toEqual({
      unknown: 4,
      canBeSentAgain: 3,
    });
    for (const wrong of ['?status=lost', '?cursor=x', '?limit=0']) {
      expect(await call('GET', wrong)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
  });

  it('5.2 sends again once, however often it is asked, with or without a key', async () => {
    const before = mailer.sent.length;
    await lostMails(1);
    const { id } = (await list()).items[0]!;
    const once = { route: 'POST /messages/:id/send-again', key: newId(), bodyHash: 'a'.repeat(64) };
    const ask = () => call('POST', `/${id}/send-again`, { ...caller, once });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(changed.parse(answer.body).body).toMatchObject({ id, status: 'waiting', canBeSentAgain: false });
    expect(await ask()).toEqual(answer);
    await until('it is sent', async () => (await list('?status=sent')).items[0]?.id === id);
    expect(await ask()).toEqual(answer);
    expect(await call('POST', `/${id}/send-again`)).toMatchObject({
      status: 409,
      body: { code: 'not_unknown', detail: expect.stringContaining('sent') },
    });
    expect(mailer.sent.slice(before).map(mail => mail.messageId)).toEqual([id, id]);
    expect((await call('GET', '/counts')).body).toEqual({ unknown: 0, canBeSentAgain: 0 });
  });

  it('6.2 answers 404 for what is not the brand’s, or no id', async () => {
    await lostMails(1);
    const { id } = (await list()).items[0]!;
    const other = { ...caller, brandId: newId() };
    for (const [path, by] of [
      [`/${id}/send-again`, other],
      [`/${newId()}/send-again`, caller],
      ['/nothing/send-again', caller],
    ] as const) {
      expect(await call('POST', path, by)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect(page.parse((await call('GET', '', other)).body).items).toEqual([]);
    expect((await fetch(`${url}/internal/messages`)).status).toBe(401);
  });
});
