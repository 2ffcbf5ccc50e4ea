import { randomUUID } from 'node:crypto';
import { newId } from '@cairn/service-kit/events/derive';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IngestionApp, ingestionApp, makeBrand, type TestBrand } from '../testing/ingestion-app.js';
import { follow, makeLink } from '../testing/links.js';
import { ClickLog } from './click-log.js';

let app: IngestionApp;
let brand: TestBrand;

beforeAll(async () => {
  app = await ingestionApp();
  brand = await makeBrand(app);
}, 60_000);
afterAll(async () => {
  await app.stop();
});

async function storedIds(): Promise<string[]> {
  const rows = await onPool(app.database.db).query<{ id: string }>(
    'SELECT id FROM clicks WHERE brand_id = $1',
    [brand.brandId],
  );
  return rows.map(({ id }) => id);
}

const clickIdOf = ({ address }: { address: URL | null }) => address?.searchParams.get('cairn_click');

describe('clicks', () => {
  it('of hundreds at once are each stored, under the id of its redirect', async () => {
    const codes = Array.from({ length: 20 }, (_, n) => `many-${n}`);
    for (const code of codes) await makeLink(app, brand, code);
    const followed = await Promise.all(Array.from({ length: 500 }, (_, n) => follow(app, codes[n % 20]!)));
    await until('they are stored', async () => (await storedIds()).length >= 500);
    expect(new Set(await storedIds())).toEqual(new Set(followed.map(clickIdOf)));
    expect(new Set(followed.map(clickIdOf)).size).toBe(500);
  });

  it('of who was gone before their answer are none', async () => {
    const { brandId, ambassadorId } = await makeLink(app, brand, 'gone');
    const before = (await storedIds()).length;
    const of = { brandId, ambassadorId, code: 'gone', landing: 'https://shop.example/' };
    const click = () => ({ ...of, id: newId(), visitor: randomUUID(), at: new Date().toISOString() });
    const record = async (isGone: boolean) =>
      await app.service.app
        .get(ClickLog)
        .record({ click: click(), repeatsSince: null, isAbandoned: () => isGone });
    const ids = await Promise.all([record(true), record(false), record(true)]);
    expect(ids).toEqual([null, expect.any(String), null]);
    expect(await storedIds()).toHaveLength(before + 1);
  });

  it('wait for a database that is away, and their visitors do not', async () => {
    const { code } = await makeLink(app, brand, 'known-before');
    await follow(app, code);
    const ids: (string | null | undefined)[] = [];
    await app.database.outage(async () => {
      for (const _ of [1, 2, 3]) {
        const answer = await follow(app, code);
        expect(answer).toMatchObject({ status: 302, cookie: expect.any(String) });
        ids.push(clickIdOf(answer));
      }
      expect(await follow(app, 'never-seen')).toMatchObject({
        status: 503,
        body: expect.stringContaining('moment'),
      });
    });
    await until('the clicks are stored', async () => {
      const known = new Set(await storedIds().catch(() => []));
      return ids.every(id => typeof id === 'string' && known.has(id));
    });
    expect((await follow(app, code)).status).toBe(302);
  });

  it('wait for a table that is locked no longer than a visitor would', async () => {
    const { code } = await makeLink(app, brand, 'locked');
    const runner = app.database.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE clicks IN ACCESS EXCLUSIVE MODE');
    const followed = await Promise.all(Array.from({ length: 20 }, () => follow(app, code)));
    for (const { status } of followed) expect(status).toBe(302);
    await runner.commitTransaction();
    await runner.release();
    const ids = followed.map(clickIdOf);
    await until('the clicks are stored', async () => {
      const known = new Set(await storedIds());
      return ids.every(id => typeof id === 'string' && known.has(id));
    });
  });
});

it('two replicas know a visitor’s click as the same, and each new landing page at once', async () => {
  const replicas = [app, await ingestionApp({ INGESTION_DATABASE_URL: app.database.url })] as const;
  try {
    const { code } = await makeLink(app, brand, 'shared');
    const first = await follow(replicas[0], code);
    const again = await follow(replicas[1], code, { cookie: first.cookie! });
    expect(clickIdOf(again)).toBe(clickIdOf(first));
    for (const page of ['/spring', '/summer']) {
      await onPool(app.database.db).query('UPDATE brands SET landing_url = $2 WHERE brand_id = $1', [
        brand.brandId,
        `https://shop.example${page}`,
      ]);
      for (const replica of replicas) expect((await follow(replica, code)).address?.pathname).toBe(page);
    }
  } finally {
    await replicas[1].stop();
  }
});

it('a replica that is stopped stores the clicks that it has answered', async () => {
  const other = await ingestionApp();
  try {
    const of = await makeBrand(other);
    const { code } = await makeLink(other, of, 'last');
    await follow(other, code);
    const runner = other.database.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE clicks IN ACCESS EXCLUSIVE MODE');
    await Promise.all(Array.from({ length: 30 }, () => follow(other, code)));
    const stopped = other.service.stop();
    await runner.commitTransaction();
    await runner.release();
    await stopped;
    const [row] = await onPool(other.database.db).query<{ n: number }>(
      'SELECT count(*)::int AS n FROM clicks',
    );
    expect(row?.n).toBe(31);
  } finally {
    await other.database.drop();
  }
});
