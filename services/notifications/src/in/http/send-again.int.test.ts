import { envelope } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { listMessages } from '../../app/list-messages.js';
import { recordGrants } from '../../app/record-grants.js';
import { recordUnlocks } from '../../app/record-unlocks.js';
import { sendAgain } from '../../app/send-again.js';
import { SendMessage } from '../../app/send-message.js';
import { sendSignIn } from '../../app/send-sign-in.js';
import { sendMessage } from '../../domain/message.js';
import type { Delivery } from '../../out/smtp/delivery.js';
import { ambassadorEvent, brandEvent, grantEvent, type Unlocked, unlockEvent } from '../../testing/given.js';
import { ScriptedMailer } from '../../testing/scripted-mailer.js';
import { CatalogEvents } from '../events/catalog.controller.js';

const lost: Delivery = { kind: 'unknown', why: 'the connection broke' };
const day = 86_400_000;

let database: TestDatabase;
let mailer: ScriptedMailer;
let now: Date;
let caller: Caller;
let ada: { ambassadorId: string; name: string; email: string };
/** Milliseconds that messages are said to have waited. */
let waited: number;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

beforeEach(async () => {
  mailer = new ScriptedMailer();
  now = new Date('2026-11-01T10:00:01.000Z');
  waited = 60_000;
  caller = { brandId: newId(), actor: { kind: 'admin', id: newId(), ip: null } };
  ada = { ambassadorId: newId(), name: 'Ada King', email: `ada-${newId()}@example.com` };
  await onPool(database.db).query('TRUNCATE due_work, outbox, messages');
  const chunk = { topic: 't', partition: 0 };
  await inTransaction(database.db, async sql => {
    const catalog = new CatalogEvents();
    await catalog.brands([brandEvent(caller.brandId)], { sql, ...chunk });
    await catalog.ambassadors([ambassadorEvent(caller.brandId, ada)], { sql, ...chunk });
  });
});

const unlocked = (event: Unlocked) => inTransaction(database.db, sql => recordUnlocks(sql, [event], now));
const granted = (event: ReturnType<typeof grantEvent>) =>
  inTransaction(database.db, sql => recordGrants(sql, [event], now));
const again = (id: string, by = caller) => inTransaction(database.db, sql => sendAgain(sql, by, id, now));
const listed = async (query = {}) =>
  (await listMessages(onPool(database.db), caller.brandId, { limit: 50, ...query })).items;
const theOne = async (template = 'tier-unlocked') => (await listed({ template }))[0]!;

/** Sends what is due, as if every time had come. */
async function perform(through: Pick<ScriptedMailer, 'send'> = mailer): Promise<void> {
  await onPool(database.db).query('UPDATE due_work SET due_at = clock_timestamp()');
  const sender = new SendMessage(
    database.db,
    through,
    { waited: () => waited },
    { PUBLIC_URL: 'https://portal.example/' },
    () => now,
    createLogger('notifications', 'silent'),
    { wake: () => undefined },
  );
  const claimed = await claimWork(onPool(database.db), sendMessage, 100, 60_000);
  await Promise.all(claimed.map(work => sender.perform(work)));
}

async function published() {
  const rows = await onPool(database.db).query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
  return rows.map(row => envelope.parse(JSON.parse(row.value)));
}

async function states() {
  const events = (await published()).filter(event => event.type === messageChanged.type);
  return events.map(event => {
    const { template, status } = messageChanged.data.parse(event.data);
    return [template, event.aggregateversion, status];
  });
}

describe('5.2 a mail whose fate nobody knows', () => {
  it('5.2 is listed without address or words, sent again by hand, and counted on from there', async () => {
    mailer.answer(lost);
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    await perform();
    const [item, ...others] = await listed({ status: ['unknown'] });
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      status: 'unknown',
      template: 'tier-unlocked',
      ambassadorId: ada.ambassadorId,
      ambassadorName: 'Ada King',
      tier: { name: 'Bronze' },
      problem: 'the connection broke',
      canBeSentAgain: true,
    });
    expect(JSON.stringify(item)).not.toContain('@');
    await expect(again(item!.id)).resolves.toMatchObject({
      body: { status: 'waiting', problem: null, canBeSentAgain: false },
      mark: null,
    });
    await perform();
    expect(mailer.sent.map(mail => mail.messageId)).toEqual([item!.id, item!.id]);
    expect(await states()).toEqual([
      ['tier-unlocked', 1, 'waiting'],
      ['tier-unlocked', 2, 'unknown'],
      ['tier-unlocked', 3, 'waiting'],
      ['tier-unlocked', 4, 'sent'],
    ]);
    const audits = (await published()).filter(event => event.type === auditRecorded.type);
    expect(audits.map(event => event.data)).toMatchObject([
      {
        action: 'message.send_again',
        actor: caller.actor,
        target: { kind: 'message', id: item!.id },
        before: { status: 'unknown' },
        after: { status: 'waiting' },
      },
    ]);
  });

  it('5.2 asked for twice, at once or in a row, it is sent once more', async () => {
    mailer.answer(lost);
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    await perform();
    const { id } = await theOne();
    const both = await Promise.allSettled([again(id), again(id)]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ code: 'not_unknown', message: expect.stringContaining('waiting') }),
    });
    await perform();
    await expect(again(id)).rejects.toMatchObject({ code: 'not_unknown' });
    await perform();
    expect(mailer.sent).toHaveLength(2);
  });

  it('6.2 another brand’s is nobody’s', async () => {
    mailer.answer(lost);
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    await perform();
    const { id } = await theOne();
    await expect(again(id, { ...caller, brandId: newId() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(again(newId())).rejects.toMatchObject({ code: 'not_found' });
    expect(await theOne()).toMatchObject({ status: 'unknown' });
  });

  it('5.2 a sign-in mail is not sent again: its link is gone', async () => {
    mailer.answer(lost);
    const url = 'https://portal.example/auth?token=cl_secret';
    const expiresAt = '2026-11-01T10:15:00.000Z';
    const request = { as: 'ambassador', accent: null, cause: newId(), ...ada, url, expiresAt } as const;
    await inTransaction(database.db, sql => sendSignIn(sql, caller.brandId, request, now));
    await perform();
    const item = await theOne('sign-in');
    expect(item).toMatchObject({ status: 'unknown', canBeSentAgain: false, tier: null });
    await expect(again(item.id)).rejects.toMatchObject({ code: 'not_resendable' });
  });

  it('5.2 one that was refused for good may go again too, days later, with patience of its own', async () => {
    mailer.answer({ kind: 'refused', isPermanent: true, why: `550 <${ada.email}> is no mailbox` });
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    await perform();
    const item = await theOne();
    expect(item).toMatchObject({ status: 'dropped', problem: '550 <the address> is no mailbox' });
    now = new Date(now.getTime() + 4 * day);
    await again(item.id);
    mailer.answer({ kind: 'refused', isPermanent: false, why: '450 come back later' });
    await perform();
    expect(await theOne()).toMatchObject({ status: 'waiting', failures: 1 });
    await perform();
    expect(await theOne()).toMatchObject({ status: 'sent', createdAt: item.createdAt });
    expect(mailer.sent).toHaveLength(3);
  });
});

describe('5.1 an unlock mail sent again', () => {
  it('5.1 goes with everything that is ready by then, and no second mail follows', async () => {
    const unlock = unlockEvent(caller.brandId, ada.ambassadorId, 2);
    await unlocked(unlock);
    await granted(grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'));
    mailer.answer(lost);
    await perform();
    await again((await theOne()).id);
    await granted(grantEvent(unlock, 1, 1, 'issued', 'CAIRN-B'));
    await perform();
    await perform();
    expect(mailer.sent.map(mail => ['CAIRN-A', 'CAIRN-B'].map(code => mail.text.includes(code)))).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('5.1 leaves what is missing even then to the one second mail', async () => {
    const unlock = unlockEvent(caller.brandId, ada.ambassadorId, 2);
    await unlocked(unlock);
    await granted(grantEvent(unlock, 0, 1, 'pending'));
    mailer.answer(lost);
    await perform();
    await granted(grantEvent(unlock, 0, 2, 'issued', 'CAIRN-A'));
    await again((await theOne()).id);
    await perform();
    await granted(grantEvent(unlock, 1, 1, 'issued', 'CAIRN-B'));
    await perform();
    const [, second, third, ...others] = mailer.sent;
    expect([second!.text.includes('CAIRN-A'), second!.text.includes('CAIRN-B')]).toEqual([true, false]);
    expect(third!.subject).toContain('reward is ready');
    expect([third!.text.includes('CAIRN-A'), third!.text.includes('CAIRN-B')]).toEqual([false, true]);
    expect(others).toEqual([]);
  });

  it('5.1 after the second mail went it brings all, and there is no third', async () => {
    const unlock = unlockEvent(caller.brandId, ada.ambassadorId, 1);
    await unlocked(unlock);
    mailer.answer(lost);
    await perform();
    await granted(grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'));
    await perform();
    await again((await theOne()).id);
    await perform();
    await perform();
    expect(mailer.sent.map(mail => mail.text.includes('CAIRN-A'))).toEqual([false, true, true]);
    expect((await listed()).map(item => item.status)).toEqual(['sent', 'sent']);
  });
});

describe('a sender that was held up for longer than its time', () => {
  const timeIsOver = "UPDATE messages SET sending_until = clock_timestamp() - interval '1 second'";

  it('5.2 still says that it was sent after all', async () => {
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    await perform({
      send: async () => {
        await onPool(database.db).query(timeIsOver);
        await perform();
        expect(await theOne()).toMatchObject({ status: 'unknown' });
        return { kind: 'sent' };
      },
    });
    expect(await theOne()).toMatchObject({ status: 'sent' });
  });

  it('5.2 says nothing of the sending that came after it', async () => {
    await unlocked(unlockEvent(caller.brandId, ada.ambassadorId, 0));
    const first = heldMailer();
    const held = perform(first);
    await first.begun;
    await onPool(database.db).query(timeIsOver);
    await perform();
    await again((await theOne()).id);
    const second = heldMailer();
    const sending = perform(second);
    await second.begun;
    first.answer({ kind: 'refused', isPermanent: false, why: '450 later' });
    await held;
    expect(await theOne()).toMatchObject({ status: 'sending', failures: 0, problem: null });
    second.answer({ kind: 'sent' });
    await sending;
    expect((await states()).at(-1)).toEqual(['tier-unlocked', 4, 'sent']);
  });
});

/** A mailer that is at it until it is told what to answer. */
function heldMailer() {
  const begun = Promise.withResolvers<void>();
  const delivery = Promise.withResolvers<Delivery>();
  const send = () => {
    begun.resolve();
    return delivery.promise;
  };
  return { send, begun: begun.promise, answer: delivery.resolve };
}
