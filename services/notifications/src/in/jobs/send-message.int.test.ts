import { envelope } from '@cairn/contracts/envelope';
import { messageChanged } from '@cairn/contracts/events/notifications/message-changed';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/all.js';
import { recordGrants } from '../../app/record-grants.js';
import { recordUnlocks } from '../../app/record-unlocks.js';
import { sendCodesNeeded } from '../../app/send-codes-needed.js';
import { SendMessage } from '../../app/send-message.js';
import { sendSignIn } from '../../app/send-sign-in.js';
import { config, type NotificationsConfig } from '../../config.js';
import { sendMessage } from '../../domain/message.js';
import type { Delivery } from '../../out/smtp/delivery.js';
import { Mailer, type OutgoingMail } from '../../out/smtp/mailer.js';
import { ambassadorEvent, brandEvent, grantEvent, type Unlocked, unlockEvent } from '../../testing/given.js';
import { mailsTo } from '../../testing/inbox.js';
import { CatalogEvents } from '../events/catalog.controller.js';

const inboxUrl = process.env.TEST_INBOX_URL ?? '';
const now = new Date('2026-11-01T10:00:01.000Z');
const chunk = { topic: 't', partition: 0 };

let db: DataSource;
let drop: () => Promise<void>;
let settings: NotificationsConfig;
let mailer: Mailer;
let brandId: string;
let ada: { ambassadorId: string; name: string; email: string };
/** Milliseconds that messages are said to have waited. */
let waited = 0;

beforeAll(async () => {
  ({ db, drop } = await createTestDatabase(migrations));
  settings = config.parse({
    PORT: '0',
    KAFKA_BROKERS: 'unused:1',
    REDIS_URL: 'redis://unused',
    SERVICE_TOKEN: 'a-token-of-this-test',
    NOTIFICATIONS_DATABASE_URL: 'postgres://unused',
    SMTP_URL: process.env.TEST_SMTP_URL,
    MAIL_FROM: 'Cairn <cairn@brand.example>',
    PUBLIC_URL: 'https://portal.example/',
  });
  mailer = new Mailer(settings);
});

afterAll(async () => {
  mailer.onApplicationShutdown();
  await drop();
});

beforeEach(async () => {
  brandId = newId();
  ada = { ambassadorId: newId(), name: 'Ada King', email: `ada-${newId()}@example.com` };
  waited = 0;
  await onPool(db).query('DELETE FROM due_work');
  await onPool(db).query('DELETE FROM outbox');
  const catalog = new CatalogEvents();
  await inTransaction(db, async sql => {
    await catalog.brands([brandEvent(brandId)], { sql, ...chunk });
    await catalog.ambassadors([ambassadorEvent(brandId, ada)], { sql, ...chunk });
  });
});

const unlocked = (...events: Unlocked[]) => inTransaction(db, sql => recordUnlocks(sql, events, now));
const granted = (...events: ReturnType<typeof grantEvent>[]) =>
  inTransaction(db, sql => recordGrants(sql, events, now));
const mails = () => mailsTo(inboxUrl, ada.email);

function sender(through: Pick<Mailer, 'send'> = mailer): SendMessage {
  const quiet = createLogger('notifications', 'silent');
  return new SendMessage(db, through, { waited: () => waited }, settings, () => now, quiet, {
    wake: () => undefined,
  });
}

/** A mailer that answers this, and counts. */
function answering(delivery: Delivery): Pick<Mailer, 'send'> & { sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = [];
  return {
    sent,
    send: async mail => {
      sent.push(mail);
      return delivery;
    },
  };
}

/** Performs what is due at this moment; `all` as if every time had come. */
async function perform(all = false, through?: Pick<Mailer, 'send'>): Promise<number> {
  if (all) await onPool(db).query('UPDATE due_work SET due_at = clock_timestamp()');
  const claimed = await claimWork(onPool(db), sendMessage, 100, 60_000);
  await Promise.all(claimed.map(work => sender(through).perform(work)));
  return claimed.length;
}

async function published() {
  const rows = await onPool(db).query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
  return rows.map(row => {
    const event = envelope.parse(JSON.parse(row.value));
    const data = messageChanged.data.parse(event.data);
    return [data.template, event.aggregateversion, data.status];
  });
}

describe('5.1 the unlock mail', () => {
  it('unlock before grant: it waits, and goes when the code comes', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    await unlocked(unlock);
    await granted(grantEvent(unlock, 0, 1, 'pending'));
    await perform(true);
    expect(await mails()).toEqual([]);
    await granted(grantEvent(unlock, 0, 2, 'issued', 'CAIRN-7QF2'));
    expect(await perform()).toBe(1);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'You reached Bronze: 20% off inside',
      from: [{ name: 'Rosewood', address: 'cairn@brand.example' }],
    });
    expect(mail!.text).toContain('CAIRN-7QF2');
    expect(mail!.html).toContain('CAIRN-7QF2');
    expect(await published()).toEqual([
      ['tier-unlocked', 1, 'waiting'],
      ['tier-unlocked', 2, 'sent'],
    ]);
    expect(await onPool(db).query('SELECT FROM due_work')).toEqual([]);
  });

  it('grant before unlock: it goes at once', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 2);
    await granted(
      grantEvent(unlock, 0, 1, 'pending'),
      grantEvent(unlock, 0, 2, 'issued', 'CAIRN-A'),
      grantEvent(unlock, 1, 1, 'needs_fulfilment'),
    );
    expect(await perform(true)).toBe(0);
    await unlocked(unlock);
    expect(await perform()).toBe(1);
    expect((await mails())[0]!.text).toContain('CAIRN-A');
  });

  it('60 seconds over: it goes without, and one second mail brings the last', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 2);
    await unlocked(unlock);
    await granted(grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'), grantEvent(unlock, 1, 1, 'pending'));
    waited = 59_000;
    await perform(true);
    expect(await mails()).toEqual([]);
    waited = 60_000;
    await perform(true);
    await granted(grantEvent(unlock, 1, 2, 'issued', 'CAIRN-B'));
    await granted(grantEvent(unlock, 1, 2, 'issued', 'CAIRN-B'));
    await perform(true);
    await perform(true);
    const [first, second, ...others] = await mails();
    expect(first!.text).toContain('CAIRN-A');
    expect(first!.text).not.toContain('CAIRN-B');
    expect(second!.subject).toBe('Your Bronze reward is ready: 20% off');
    expect(second!.text).toContain('CAIRN-B');
    expect(others).toEqual([]);
  });

  it('the last code came while the mail was on its way: the second mail still goes', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    await unlocked(unlock);
    waited = 60_000;
    await perform(true, {
      send: async mail => {
        await granted(grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'));
        return await mailer.send(mail);
      },
    });
    await perform();
    expect((await mails()).map(mail => mail.text?.includes('CAIRN-A'))).toEqual([false, true]);
  });

  it('1.6 a quiet unlock sends nothing', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1, true);
    await unlocked(unlock);
    await granted(grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A'));
    expect(await perform(true)).toBe(0);
    expect(await published()).toEqual([]);
  });

  it('goes to the address of the moment, and waits for an ambassador who is not known yet', async () => {
    await onPool(db).query('DELETE FROM ambassadors WHERE ambassador_id = $1', [ada.ambassadorId]);
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0));
    await perform();
    ada = { ...ada, email: `new-${ada.email}` };
    await inTransaction(db, sql =>
      new CatalogEvents().ambassadors([ambassadorEvent(brandId, ada)], { sql, ...chunk }),
    );
    await perform(true);
    expect(await mails()).toHaveLength(1);
  });
});

describe('5.2 one e-mail per cause, template and recipient, ever', () => {
  it('a second delivery sends nothing', async () => {
    const unlock = unlockEvent(brandId, ada.ambassadorId, 1);
    const issued = grantEvent(unlock, 0, 1, 'issued', 'CAIRN-A');
    await unlocked(unlock, unlock);
    await granted(issued, issued);
    await perform();
    const before = await published();
    await unlocked(unlock);
    await granted(issued);
    await perform(true);
    expect(await mails()).toHaveLength(1);
    expect(await published()).toEqual(before);
  });

  it('several tiers unlocked at once are a mail each', async () => {
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0), unlockEvent(brandId, ada.ambassadorId, 0));
    await perform();
    expect(await mails()).toHaveLength(2);
  });

  it('found in sending after a crash it becomes unknown, and is not sent again', async () => {
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0));
    const [work] = await claimWork(onPool(db), sendMessage, 1, 60_000);
    const crash = sender({ send: () => Promise.reject(new Error('crash')) });
    await expect(crash.perform(work!)).rejects.toThrow('crash');
    await perform(true);
    expect((await published()).at(-1)).toEqual(['tier-unlocked', 1, 'waiting']);
    await onPool(db).query("UPDATE messages SET sending_until = clock_timestamp() - interval '1 second'");
    await perform(true);
    await perform(true);
    expect((await published()).at(-1)).toEqual(['tier-unlocked', 2, 'unknown']);
    expect(await mails()).toEqual([]);
  });

  it('a second claimer leaves a mail alone that is being sent', async () => {
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0));
    await perform(false, {
      send: async mail => {
        await perform(true);
        return await mailer.send(mail);
      },
    });
    await perform(true);
    expect(await mails()).toHaveLength(1);
    expect((await published()).at(-1)).toEqual(['tier-unlocked', 2, 'sent']);
  });

  it('an SMTP server that cannot be reached is tried again later, and that goes out once', async () => {
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0));
    const away = new Mailer({ ...settings, SMTP_URL: 'smtp://127.0.0.1:1' });
    await perform(false, away);
    away.onApplicationShutdown();
    expect(
      await onPool(db).query('SELECT status, failures FROM messages WHERE brand_id = $1', [brandId]),
    ).toEqual([{ status: 'waiting', failures: 1 }]);
    await perform(true);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    [{ kind: 'unknown', why: 'broken in the middle' }, 'unknown'],
    [{ kind: 'refused', isPermanent: true, why: '550 no such mailbox' }, 'dropped'],
  ] as const)('%j is never sent again', async (delivery, status) => {
    await unlocked(unlockEvent(brandId, ada.ambassadorId, 0));
    const through = answering(delivery);
    await perform(false, through);
    await perform(true, through);
    expect(through.sent).toHaveLength(1);
    expect((await published()).at(-1)).toEqual(['tier-unlocked', 2, status]);
  });
});

describe('5.3 the sign-in mail', () => {
  const ask = (expiresAt: string, cause = newId(), token = 'cl_secret') =>
    inTransaction(db, sql =>
      sendSignIn(
        sql,
        brandId,
        {
          as: 'ambassador',
          accent: null,
          cause,
          ...ada,
          url: `https://portal.example/auth?token=${token}`,
          expiresAt,
        },
        now,
      ),
    );
  const traces = `
    SELECT count(*)::int AS count FROM messages WHERE brand_id = $1 AND messages::text LIKE '%cl_secret%'`;

  it('goes at once, one a request, and its link is in no row afterwards', async () => {
    await ask('2026-11-01T10:15:00.000Z');
    await ask('2026-11-01T10:15:00.000Z');
    expect(await onPool(db).query(traces, [brandId])).toEqual([{ count: 2 }]);
    await perform();
    expect((await mails()).map(mail => mail.text?.includes('token=cl_secret'))).toEqual([true, true]);
    expect(await onPool(db).query(traces, [brandId])).toEqual([{ count: 0 }]);
  });

  it('goes once for a request that is sent again, also after it went', async () => {
    const cause = newId();
    await ask('2026-11-01T10:15:00.000Z', cause, 'cl_secret_first');
    await ask('2026-11-01T10:15:00.000Z', cause, 'cl_secret_second');
    await perform();
    await ask('2026-11-01T10:15:00.000Z', cause, 'cl_secret_third');
    await perform();
    expect((await mails()).map(mail => mail.text?.includes('token=cl_secret_first'))).toEqual([true]);
  });

  it('6.1 of an admin goes to the address that was asked with, and is no ambassador’s', async () => {
    const url = 'https://portal.example/admin/sign-in?token=cl_secret';
    const asked = { as: 'admin' as const, ambassadorId: null, accent: '#7a4d2b', url };
    const admin = { cause: newId(), name: 'Olga', email: ada.email, expiresAt: '2026-11-01T10:15:00.000Z' };
    await inTransaction(db, sql => sendSignIn(sql, brandId, { ...asked, ...admin }, now));
    await perform();
    const [mail] = await mails();
    expect(mail?.subject).toContain('as an admin');
    expect(mail?.text).toContain(url);
    const events = await onPool(db).query<{ key: string; value: string }>(
      `SELECT key, value FROM outbox WHERE topic = 'cairn.notifications.events.v1' AND starts_with(key, $1)`,
      [`${brandId}:message:`],
    );
    expect(events.map(({ value }) => JSON.parse(value).data)).toMatchObject([
      { template: 'admin-sign-in', ambassadorId: null, status: 'waiting' },
      { template: 'admin-sign-in', ambassadorId: null, status: 'sent' },
    ]);
    expect(await onPool(db).query(traces, [brandId])).toEqual([{ count: 0 }]);
  });

  it('does not go when its link ran out meanwhile', async () => {
    await ask('2026-11-01T10:00:00.000Z');
    await perform();
    expect(await mails()).toEqual([]);
    expect((await published()).at(-1)).toEqual(['sign-in', 2, 'dropped']);
    expect(await onPool(db).query(traces, [brandId])).toEqual([{ count: 0 }]);
  });
});

describe('4.3 the mail about an empty code pool', () => {
  const ask = (cause: string, email = ada.email, waiting = 3) =>
    inTransaction(db, sql =>
      sendCodesNeeded(
        sql,
        brandId,
        {
          cause,
          email,
          name: 'Olga',
          accent: '#7a4d2b',
          pool: 'Spa days',
          waiting,
          url: 'https://portal.example/admin/settings/codes',
        },
        now,
      ),
    );

  it('4.3 goes to each member once an alert, also when it is asked for again, and is no ambassador’s', async () => {
    const [alert, manager] = [newId(), `max-${newId()}@example.com`];
    await ask(alert);
    await ask(alert, manager);
    await ask(alert, ada.email, 4);
    await perform();
    await ask(alert);
    await perform(true);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(await mailsTo(inboxUrl, manager)).toHaveLength(1);
    expect(mail).toMatchObject({
      subject: 'Codes needed: Spa days',
      from: [{ name: 'Rosewood', address: 'cairn@brand.example' }],
      text: expect.stringContaining('Hello Olga, 3 rewards wait for a code'),
    });
    expect(mail?.text).toContain('Add codes: https://portal.example/admin/settings/codes');
    const events = await onPool(db).query<{ key: string; value: string }>(
      'SELECT key, value FROM outbox WHERE starts_with(key, $1)',
      [`${brandId}:message:`],
    );
    expect(events.map(({ value }) => JSON.parse(value).data)).toEqual(
      Array.from({ length: 4 }, () =>
        expect.objectContaining({ template: 'codes-needed', ambassadorId: null, cause: alert }),
      ),
    );
    const kept = `SELECT FROM messages WHERE brand_id = $1 AND messages::text LIKE '%example.com%'`;
    expect(await onPool(db).query(kept, [brandId])).toEqual([]);
  });

  it('4.3 goes again for the next alert', async () => {
    await ask(newId());
    await ask(newId());
    await perform();
    expect(await mails()).toHaveLength(2);
  });
});
