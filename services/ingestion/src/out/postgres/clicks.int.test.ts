import { randomUUID } from 'node:crypto';
import type { EventOf } from '@cairn/contracts/envelope';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { newId } from '@cairn/service-kit/events/derive';
import { onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/all.js';
import { applyBrands } from '../../app/apply-catalog.js';
import { deleteOldClicks } from '../../app/delete-old-clicks.js';
import type { Click } from '../../domain/click.js';
import { clicksOfVisitor, insertClicks } from './clicks.js';
import { findLandings } from './referral-links.js';

let database: TestDatabase;
let sql: Sql;
const texts = new Set<string>();

beforeAll(async () => {
  database = await createTestDatabase(migrations);
  sql = onPool(recordStatements(database.db, texts));
});
afterAll(async () => {
  await database.drop();
});

const [brandId, otherBrand, visitor] = [randomUUID(), randomUUID(), randomUUID()];

function clickAt(at: string, part: Partial<Click> = {}): Click {
  const [ambassadorId, landing] = [randomUUID(), 'https://shop.example/'];
  return { id: newId(new Date(at)), brandId, ambassadorId, code: 'ada', visitor, at, landing, ...part };
}

const store = async (...clicks: Click[]) =>
  await insertClicks(
    sql,
    clicks.map(click => ({ click, repeatsSince: new Date(Date.parse(click.at) - 10_000) })),
  );

describe('clicks', () => {
  it('are stored once, however often, and a repeated one is known by the earlier', async () => {
    const first = clickAt('2026-11-01T10:00:00.000Z');
    const again = clickAt('2026-11-01T10:00:09.999Z');
    const later = clickAt('2026-11-01T10:00:10.001Z');
    const [others, elsewhere] = [
      clickAt('2026-11-01T10:00:01.000Z', { visitor: randomUUID() }),
      clickAt('2026-11-01T10:00:02.000Z', { code: 'bob' }),
    ];
    expect(await store(first)).toEqual([first.id]);
    expect(await store(first)).toEqual([first.id]);
    expect(await store(again, others, elsewhere)).toEqual([first.id, others.id, elsewhere.id]);
    expect(await store(later)).toEqual([later.id]);
    const touches = await clicksOfVisitor(sql, brandId, later.id, new Date(later.at));
    expect(touches).toEqual(
      [first, elsewhere, later].map(({ id, at, ambassadorId, code }) => ({
        clickId: id,
        at,
        ambassadorId,
        code,
      })),
    );
    expect(
      (await clicksOfVisitor(sql, brandId, later.id, new Date(elsewhere.at))).map(({ clickId }) => clickId),
    ).toEqual([first.id, elsewhere.id]);
  });

  it('6.2 of another brand, and what is no click, have no touches', async () => {
    const theirs = clickAt('2026-11-02T10:00:00.000Z', { brandId: otherBrand });
    await store(theirs);
    expect(await clicksOfVisitor(sql, otherBrand, theirs.id, new Date(theirs.at))).toHaveLength(1);
    for (const id of [theirs.id, randomUUID(), '', "'", 'x'.repeat(36), `${theirs.id} `])
      expect(await clicksOfVisitor(sql, brandId, id, new Date(theirs.at))).toEqual([]);
  });

  it('are deleted two weeks after their brand’s window, in portions, and no others', async () => {
    const brand = randomUUID();
    await sql.query(
      `INSERT INTO brands (brand_id, max_event_age_days, slug, version, attribution_window_days)
       VALUES ($1, 400, 'b', 1, 30), ($2, 400, 'o', 1, 365)`,
      [brand, otherBrand],
    );
    const old = Array.from({ length: 4_500 }, () =>
      clickAt('2026-01-01T00:00:00.000Z', { brandId: brand, visitor: randomUUID() }),
    );
    const kept = [
      clickAt('2026-01-01T00:00:00.001Z', { brandId: brand }),
      clickAt('2026-01-01T00:00:00.000Z', { brandId: otherBrand }),
    ];
    await insertClicks(
      sql,
      [...old, ...kept].map(click => ({ click, repeatsSince: null })),
    );
    const now = new Date('2026-02-14T00:00:00.001Z');
    const go = new AbortController().signal;
    await Promise.all([deleteOldClicks(sql, now, go), deleteOldClicks(sql, now, go)]);
    const left = await sql.query<{ id: string }>('SELECT id FROM clicks WHERE id = ANY($1::uuid[])', [
      [...old, ...kept].map(({ id }) => id),
    ]);
    expect(left.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  });

  it('count for as long as the catalog says, and lead where it says', async () => {
    const changed = (aggregateversion: number, windowDays: number): EventOf<typeof brandChanged> => ({
      ...{ specversion: '1.0', id: randomUUID(), source: 'cairn/portal-bff', type: brandChanged.type },
      ...{ subject: 'brand', time: '2026-11-01T10:00:00Z', datacontenttype: 'application/json' },
      ...{ brandid: windowed, acceptedat: '2026-11-01T10:00:00Z', correlationid: 'c', causationid: 'c' },
      ...{ aggregate: `brand:${windowed}`, aggregateversion },
      data: brandChanged.data.parse({
        ...brandChanged.example,
        brandId: windowed,
        attribution: { windowDays, model: 'last_click', recurringDays: 0 },
      }),
    });
    const windowed = randomUUID();
    await sql.query('INSERT INTO ambassador_refs VALUES ($1, $2, $3)', [windowed, 'code:win', randomUUID()]);
    for (const event of [changed(1, 7), changed(3, 60), changed(2, 14)]) await applyBrands(sql, [event]);
    const [landing] = await findLandings(sql, [{ code: 'win', brandSlug: null }]);
    expect(landing).toMatchObject({
      brandId: windowed,
      windowDays: 60,
      landingUrl: 'https://rosewood.example/',
    });
  });

  it('and links are read by index alone, however many there are', async () => {
    await sql.query('INSERT INTO ambassador_refs VALUES ($1, $2, $3)', [brandId, 'code:ada', randomUUID()]);
    texts.clear();
    const click = clickAt('2026-11-03T10:00:00.000Z');
    await store(click);
    await clicksOfVisitor(sql, brandId, click.id, new Date(click.at));
    await deleteOldClicks(sql, new Date('2026-12-01T00:00:00Z'), new AbortController().signal);
    await findLandings(sql, [{ code: 'ada', brandSlug: null }]);
    expect(texts.size).toBeGreaterThan(4);
    expect(await wholeReads(database.db, texts, ['brands'])).toEqual([]);
  });
});
