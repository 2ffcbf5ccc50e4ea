import { randomUUID } from 'node:crypto';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { listLedger } from '../out/postgres/ledger-reads.js';
import { findReceipt } from '../out/postgres/receipts.js';
import { earningScene } from '../testing/earning-scene.js';
import { restorable } from '../testing/restored.js';
import { adjust } from './adjust.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

const now = new Date('2026-11-03T00:00:00Z');

async function adjusted(options: Parameters<typeof earningScene>[1] = {}) {
  const s = await earningScene(database.db, options);
  return {
    ...s,
    adjust: async (points: number, reason = 'Goodwill', ambassadorId = s.ids.ambassador) =>
      (await inTransaction(database.db, sql => adjust(sql, s.caller, ambassadorId, { points, reason }, now)))
        .body,
    ledger: () => listLedger(onPool(database.db), s.ids.brand, s.ids.ambassador, null, 10),
    said: async (topic: string) =>
      (
        await onPool(database.db).query<{ value: string }>(
          'SELECT value FROM outbox WHERE topic = $1 AND key LIKE $2 ORDER BY id',
          [topic, `${s.ids.brand}%`],
        )
      ).map(row => JSON.parse(row.value)),
  };
}

describe('2.10 an adjustment', () => {
  it('adds and takes points, also below zero, with a reason on the row', async () => {
    const s = await adjusted();
    expect(await s.adjust(50)).toMatchObject({
      points: 50,
      available: 50,
      pending: 0,
      programId: s.ids.program,
      seriesId: s.ids.series,
    });
    expect(await s.adjust(-80, 'Given by mistake')).toMatchObject({ available: -30 });
    expect(await s.balance()).toMatchObject({ available: -30, pending: 0, seq: 2 });
    expect((await s.ledger()).map(row => [row.kind, row.availableDelta, row.reason])).toEqual([
      ['adjustment', -80, 'Given by mistake'],
      ['adjustment', 50, 'Goodwill'],
    ]);
  });

  it('is posted without a live series, and counts in none then', async () => {
    const s = await adjusted({ live: false });
    expect(await s.adjust(50)).toMatchObject({ available: 50, programId: s.ids.program, seriesId: null });
  });

  it('posts what is due before it', async () => {
    const s = await adjusted({ holdDays: 1 });
    await s.judge([s.sale('e', 'o', 10_000)], '2026-11-01T11:00:00Z');
    expect(await s.adjust(1)).toMatchObject({ available: 11, pending: 0 });
    expect((await s.rows()).map(row => row.kind)).toEqual(['referral', 'release', 'adjustment']);
  });

  it('tells the row without its reason, the reason beside it, and who did it', async () => {
    const s = await adjusted();
    const { id, eventId } = await s.adjust(50);
    const [entry] = await s.said('cairn.points.entries.v1');
    expect(entry.data).toMatchObject({ kind: 'adjustment', availableDelta: 50, eventId, entryId: id });
    expect(JSON.stringify(entry)).not.toContain('Goodwill');
    expect((await s.said('cairn.points.receipts.v1')).map(event => event.data)).toEqual([
      {
        entryId: id,
        ambassadorId: s.ids.ambassador,
        eventId,
        points: 50,
        reason: 'Goodwill',
        occurredAt: now.toISOString(),
      },
    ]);
    expect((await s.said('cairn.audit.v1')).map(event => event.data)).toMatchObject([
      {
        action: 'ambassador.adjust',
        target: { kind: 'ambassador', id: s.ids.ambassador },
        before: { available: 0 },
        after: { points: 50, reason: 'Goodwill', available: 50 },
      },
    ]);
  });

  it('2.18 has a receipt under the event id that the ledger shows, in its own brand alone', async () => {
    const [s, other] = [await adjusted(), await adjusted()];
    const [given, taken] = [await s.adjust(50), await s.adjust(-80)];
    const receiptOf = (eventId: string, brandId = s.ids.brand) =>
      findReceipt(onPool(database.db), brandId, eventId);
    const of = { reason: null, at: now.toISOString() };
    expect(await receiptOf(given.eventId)).toEqual({
      ...of,
      status: 'awarded',
      points: 50,
      entryId: given.id,
    });
    expect(await receiptOf(taken.eventId)).toEqual({
      ...of,
      status: 'reversed',
      points: -80,
      entryId: taken.id,
    });
    expect(await receiptOf(given.eventId, other.ids.brand)).toBeUndefined();
    expect(await receiptOf('adjustment:none')).toBeUndefined();
  });

  it('of two at once both count', async () => {
    const s = await adjusted();
    await Promise.all([s.adjust(5), s.adjust(7), s.adjust(-1)]);
    expect(await s.balance()).toMatchObject({ available: 11, seq: 3 });
  });

  it('6.2 of another brand’s ambassador is not_found', async () => {
    const [s, other] = [await adjusted(), await adjusted()];
    await expect(s.adjust(1, 'x', other.ids.ambassador)).rejects.toMatchObject({ code: 'not_found' });
    await expect(s.adjust(1, 'x', randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    expect(await other.rows()).toEqual([]);
  });

  it('is read back by a restored database, once, with its reason (ADR 26)', async () => {
    const s = await adjusted();
    const kafka = restorable(database.db, s.ids.brand);
    const backup = await kafka.backup();
    await s.adjust(50);
    await kafka.publish();
    await kafka.restore(backup);
    await kafka.recall();
    await kafka.recall();
    expect(await s.balance()).toMatchObject({ available: 50, seq: 1 });
    expect((await s.ledger()).map(row => [row.kind, row.reason])).toEqual([['adjustment', 'Goodwill']]);
    expect(await kafka.openRows()).toEqual([]);
    const eventId = (await s.ledger())[0]!.eventId;
    expect(await findReceipt(onPool(database.db), s.ids.brand, eventId)).toMatchObject({ points: 50 });
  });
});
