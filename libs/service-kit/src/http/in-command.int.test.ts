import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../postgres/data-source.js';
import { idempotencyMigration } from '../postgres/idempotency-migration.js';
import { sqlMigration } from '../postgres/migrate.js';
import { plumbingMigration } from '../postgres/plumbing-migration.js';
import { onPool, type Sql } from '../postgres/sql.js';
import { tracesMigration } from '../postgres/traces-migration.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import type { Caller } from './caller.js';
import { inCommand } from './in-command.js';

const thingsMigration = sqlMigration('Things1763900000001', 'CREATE TABLE things (id uuid PRIMARY KEY)');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase([
    plumbingMigration,
    tracesMigration,
    idempotencyMigration,
    thingsMigration,
  ]);
});

afterAll(async () => {
  await database.drop();
});

const secret = 'a-token-for-tests-only';
const brandId = randomUUID();

const callerOf = (key: string | null, body = 'a', of = brandId): Caller => ({
  brandId: of,
  actor: { kind: 'api_key', id: 'k', ip: null },
  ...(key === null
    ? {}
    : { once: { route: 'POST /things', key, bodyHash: Buffer.from(body.repeat(32)).toString('hex') } }),
});

const mark = { stream: 'catalogPrograms' as const, version: 7 };

const createThing = async (sql: Sql) => {
  const id = randomUUID();
  await sql.query('INSERT INTO things (id) VALUES ($1)', [id]);
  return { body: { id, key: 'ck_secret' }, mark };
};

const create = (caller: Caller, work: typeof createThing = createThing, secrets = [secret]) =>
  inCommand(database.db, caller, secrets, work);

const things = async () =>
  (await onPool(database.db).query<{ id: string }>('SELECT id FROM things')).map(row => row.id);

const stored = async (key: string) =>
  await onPool(database.db).query<{ answer: Buffer }>(
    'SELECT answer FROM idempotent_answers WHERE key = $1',
    [key],
  );

describe('a command that is to happen once', () => {
  it('happens once for the same key and body, and answers as it did', async () => {
    const first = await create(callerOf('same'));
    expect(await create(callerOf('same'))).toEqual(first);
    expect(first.mark).toEqual(mark);
    expect((await things()).filter(id => id === first.body.id)).toHaveLength(1);
  });

  it('is stored so that nobody can read it', async () => {
    await create(callerOf('sealed'));
    const [row] = await stored('sealed');
    expect(row!.answer.toString('latin1')).not.toContain('ck_secret');
  });

  it('is refused with another body', async () => {
    await create(callerOf('other'));
    const before = await things();
    await expect(create(callerOf('other', 'b'))).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await things()).toEqual(before);
  });

  it('is another brand’s own', async () => {
    const ours = await create(callerOf('shared'));
    const theirs = await create(callerOf('shared', 'a', randomUUID()));
    expect(theirs.body.id).not.toBe(ours.body.id);
  });

  it('happens once when it comes twice at once', async () => {
    let enter!: () => void;
    let leave!: () => void;
    const entered = new Promise<void>(resolve => (enter = resolve));
    const left = new Promise<void>(resolve => (leave = resolve));
    const first = create(callerOf('twins'), async sql => {
      enter();
      await left;
      return await createThing(sql);
    });
    await entered;
    await expect(create(callerOf('twins'))).rejects.toMatchObject({ code: 'in_progress' });
    leave();
    const answer = await first;
    expect(await create(callerOf('twins'))).toEqual(answer);
  });

  it('happens once of many at once', async () => {
    const before = await things();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => create(callerOf('many'))));
    const codes = results.flatMap(result => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(codes)).toEqual(codes.length > 0 ? new Set(['in_progress']) : new Set());
    expect(await things()).toHaveLength(before.length + 1);
  });

  it('stores nothing where it failed: it can be sent again', async () => {
    const before = await things();
    const failing = create(callerOf('fails'), async sql => {
      await createThing(sql);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await things()).toEqual(before);
    expect(await stored('fails')).toEqual([]);
    expect((await create(callerOf('fails'))).body.id).toBeDefined();
  });

  it('is forgotten after 24 hours, and what is old is deleted', async () => {
    const old = await create(callerOf('old'));
    await create(callerOf('forgotten'));
    await onPool(database.db).query(
      `UPDATE idempotent_answers SET created_at = created_at - interval '24 hours' WHERE key IN ('old', 'forgotten')`,
    );
    expect((await create(callerOf('old', 'b'))).body.id).not.toBe(old.body.id);
    expect(await stored('forgotten')).toEqual([]);
    expect(await stored('old')).toHaveLength(1);
  });

  it('answers the same after a restart and with a new secret before the old one, but not without the old one', async () => {
    const first = await create(callerOf('restart'));
    const later = await new DataSource(dataSourceOptions(database.url, 2, 'test')).initialize();
    expect(await inCommand(later, callerOf('restart'), [secret], createThing)).toEqual(first);
    await later.destroy();
    expect(await create(callerOf('restart'), createThing, ['another-secret', secret])).toEqual(first);
    await expect(create(callerOf('restart'), createThing, ['another-secret'])).rejects.toMatchObject({
      code: 'idempotency_key_reused',
      message: expect.stringContaining('use a new key'),
    });
  });

  it('happens each time where nobody asked for once', async () => {
    const first = await create(callerOf(null));
    expect((await create(callerOf(null))).body.id).not.toBe(first.body.id);
  });
});
