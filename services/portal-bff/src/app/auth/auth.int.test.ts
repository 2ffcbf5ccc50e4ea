import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findSession } from '../../out/postgres/sessions.js';
import type { Subject } from '../../out/postgres/subject.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { eventsOf } from '../../testing/events.js';
import { now } from '../../testing/home-rows.js';
import { applyAmbassadors } from '../read-model/apply-catalog.js';
import { openSessionFor } from './open-session-for.js';
import { type SignInMail, sendSignInLink } from './send-sign-in-link.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import { hashToken } from './token.js';

const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('signing in', () => {
  let database: TestDatabase;
  let brandId: string;
  let ada: string;
  let mails: SignInMail[];

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  beforeEach(async () => {
    brandId = (await testBrand(database.db)).id;
    ada = newId();
    const joined = eventsOf(brandId).ambassador(ada, 1, { email: 'ada@example.com' });
    await inTransaction(database.db, sql => applyAmbassadors(sql, [joined]));
    mails = [];
  });

  const deps = () => ({
    db: database.db,
    publicUrl: 'https://portal.example.com',
    deliver: async (_: Subject, mail: SignInMail) => {
      mails.push(mail);
    },
  });
  const request = (requestedAt = now, email = 'ada@example.com') => ({
    as: 'ambassador' as const,
    brandId,
    email,
    requestedAt: requestedAt.toISOString(),
    askedFrom: null,
  });
  const mailedToken = () => new URL(mails.at(-1)?.url ?? '').searchParams.get('token') ?? '';

  const open = async (caller: Caller) =>
    (await inTransaction(database.db, sql => openSessionFor(sql, caller, ada, now))).body;

  it('mails a link that signs in once', async () => {
    expect(await sendSignInLink(deps(), request(), now)).toBe('sent');
    expect(mails[0]).toMatchObject({ ambassadorId: ada, expiresAt: after(15).toISOString() });
    expect(mails[0]?.url).toMatch(/^https:\/\/portal\.example\.com\/auth\?token=cl_[\w-]{43}&brand=rosewood/);
    const session = await signIn(database.db, mailedToken(), after(14));
    expect(session.expiresAt).toBe(new Date(after(14).getTime() + 30 * 86_400_000).toISOString());
    const found = await findSession(onPool(database.db), hashToken(session.token), after(15));
    expect(found).toMatchObject({ brandId, ambassadorId: ada });
    await expect(signIn(database.db, mailedToken(), after(14))).rejects.toMatchObject({ code: 'link_used' });
  });

  it('lets one of many who come at once in', async () => {
    await sendSignInLink(deps(), request(), now);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => signIn(database.db, mailedToken(), now)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps no token', async () => {
    await sendSignInLink(deps(), request(), now);
    const { token } = await signIn(database.db, mailedToken(), now);
    for (const table of ['sessions', 'magic_links', 'api_keys', 'outbox', 'due_work']) {
      const rows = await onPool(database.db).query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(JSON.stringify(rows)).not.toContain(mailedToken());
    }
  });

  it('refuses a link after fifteen minutes, and one that never was', async () => {
    await sendSignInLink(deps(), request(), now);
    await expect(signIn(database.db, mailedToken(), after(15))).rejects.toMatchObject({ code: 'link_used' });
    await expect(signIn(database.db, `cl_${'x'.repeat(43)}`, now)).rejects.toMatchObject({
      code: 'link_used',
    });
  });

  it('mails nothing to nobody, to another brand’s, or for a request that waited too long', async () => {
    expect(await sendSignInLink(deps(), request(now, 'eve@example.com'), now)).toBe('unknown');
    expect(await sendSignInLink(deps(), { ...request(), brandId: newId() }, now)).toBe('unknown');
    expect(await sendSignInLink(deps(), request(), after(16))).toBe('too_late');
    expect(mails).toEqual([]);
  });

  it('mails five links an hour at most; a delivery that is tried again counts once', async () => {
    const away = { ...deps(), deliver: () => Promise.reject(new Error('away')) };
    for (let attempt = 0; attempt < 6; attempt++) {
      await expect(sendSignInLink(away, request(), now)).rejects.toThrow('away');
    }
    const outcomes: string[] = [];
    for (let minute = 0; minute < 7; minute++) {
      outcomes.push(await sendSignInLink(deps(), request(after(minute)), after(minute)));
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'too_often', 'too_often']);
    expect(await sendSignInLink(deps(), request(after(61)), after(61))).toBe('sent');
  });

  it('mails five of many requests that are worked off at once', async () => {
    const requests = Array.from({ length: 8 }, (_, second) =>
      request(new Date(now.getTime() + second * 1_000)),
    );
    const outcomes = await Promise.all(requests.map(one => sendSignInLink(deps(), one, after(1))));
    expect(outcomes.filter(outcome => outcome === 'sent')).toHaveLength(5);
  });

  it('mails a hundred links an hour for requests from one address', async () => {
    const events = eventsOf(brandId);
    const people = Array.from({ length: 101 }, (_, place) =>
      events.ambassador(newId(), 1, { email: `person${place}@example.com` }),
    );
    await inTransaction(database.db, sql => applyAmbassadors(sql, people));
    const from = async (askedFrom: string, place: number) => {
      const asked = request(new Date(now.getTime() + place), `person${place}@example.com`);
      return await sendSignInLink(deps(), { ...asked, askedFrom }, now);
    };
    for (let place = 0; place < 100; place++) expect(await from('203.0.113.7', place)).toBe('sent');
    expect(await from('203.0.113.7', 100)).toBe('too_often');
    expect(await from('203.0.113.8', 100)).toBe('sent');
  });

  it('opens sessions for a brand’s own ambassadors only, and hands them over to the portal', async () => {
    const caller = { brandId, actor: { kind: 'api_key' as const, id: 'k', ip: null } };
    const opened = await open(caller);
    const handed = await signIn(database.db, opened.token, after(1));
    expect(handed.expiresAt).toBe(opened.expiresAt);
    expect(handed.token).not.toBe(opened.token);
    const stranger = { ...caller, brandId: newId() };
    await expect(open(stranger)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('ends what was made from a session with it, and nothing before', async () => {
    const caller = { brandId, actor: { kind: 'api_key' as const, id: 'k', ip: null } };
    const opened = await open(caller);
    const other = await open(caller);
    const handed = await signIn(database.db, opened.token, now);
    const further = await signIn(database.db, handed.token, now);
    const lives = async ({ token }: { token: string }) =>
      (await findSession(onPool(database.db), hashToken(token), now)) !== undefined;
    await signOut(database.db, hashToken(further.token));
    expect([await lives(further), await lives(handed), await lives(opened)]).toEqual([false, true, true]);
    const last = await signIn(database.db, handed.token, now);
    await signOut(database.db, hashToken(opened.token));
    expect([await lives(opened), await lives(handed), await lives(last)]).toEqual([false, false, false]);
    expect(await lives(other)).toBe(true);
  });

  it('leaves no session behind that was made while its own ended', async () => {
    const caller = { brandId, actor: { kind: 'api_key' as const, id: 'k', ip: null } };
    const opened = await open(caller);
    const [ended, ...made] = await Promise.allSettled([
      signOut(database.db, hashToken(opened.token)),
      ...Array.from({ length: 4 }, () => signIn(database.db, opened.token, now)),
    ]);
    expect(ended.status).toBe('fulfilled');
    for (const one of made) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'link_used' });
    }
    const left = await onPool(database.db).query('SELECT hash FROM sessions WHERE ambassador_id = $1', [ada]);
    expect(left).toEqual([]);
  });

  it('ends with signing out, and after thirty days', async () => {
    await sendSignInLink(deps(), request(), now);
    const { token } = await signIn(database.db, mailedToken(), now);
    const sql = onPool(database.db);
    expect(await findSession(sql, hashToken(token), after(30 * 24 * 60 - 1))).toBeDefined();
    expect(await findSession(sql, hashToken(token), after(30 * 24 * 60))).toBeUndefined();
    await signOut(database.db, hashToken(token));
    expect(await findSession(sql, hashToken(token), now)).toBeUndefined();
  });
});
