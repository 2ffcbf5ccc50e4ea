import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { recordStatements, wholeReads } from '@cairn/service-kit/testing/scans';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { publishEdit, withThresholds } from '../testing/edits.js';
import { scene } from '../testing/scene.js';
import { findAmbassadors, getAmbassador } from './find-ambassadors.js';
import { findSeries } from './find-series.js';
import { listUnlocks } from './list-unlocks.js';
import { publishSeries } from './publish-series.js';
import { unlockRetroactively } from './unlock-retroactively.js';

/** What a brand has few of, and every row's judgement reads; participants are counted in a row a partition. */
const configuration = [
  'programs',
  'series',
  'series_versions',
  'series_programs',
  'brands',
  'series_participants',
];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

it('a row is applied, unlocks and promotes by index alone, however many take part', async () => {
  const texts = new Set<string>();
  const s = await scene(recordStatements(database.db, texts));
  const [from, to] = [await s.program('Friends'), await s.program('Experts')];
  const seriesId = await s.draft([from], { completion: { kind: 'promote', programId: to } });
  await publishSeries(s.app, s.caller, seriesId, null);
  const ambassadorId = await s.ambassador({ programId: from });
  const row = (seq: number, points: number, of = seriesId) =>
    s.entry({ ambassadorId, programId: from, seq, points, seriesId: of });
  texts.clear();
  await s.apply([row(1, 300)]);
  await s.apply([row(3, 100)]);
  await s.apply([row(2, 1_000)]);
  const applied = new Set(texts);
  expect(await s.unlocks()).toHaveLength(3);
  expect(applied.size).toBeGreaterThan(10);
  expect(await wholeReads(database.db, applied, configuration)).toEqual([]);
});

it('a retroactive publish goes on step by step by index alone', async () => {
  const texts = new Set<string>();
  const s = await scene(recordStatements(database.db, texts));
  const programId = await s.program('Readers');
  const seriesId = await s.draft([programId]);
  await publishSeries(s.app, s.caller, seriesId, null);
  const people = await Promise.all([1, 2, 3].map(() => s.ambassador({ programId })));
  await s.apply(
    people.map(ambassadorId => s.entry({ ambassadorId, programId, seriesId, seq: 1, points: 400 })),
  );
  const before = (await s.unlocks()).length;
  texts.clear();
  await publishEdit(s, seriesId, { tiers: await withThresholds(s, seriesId, [250, 300, 1_000]) }, true);
  const step = () =>
    inTransaction(s.app.db, sql =>
      unlockRetroactively(s.app, sql, s.brandId, seriesId, s.app.clock(), { look: 2, limit: 2 }),
    );
  while ((await step()) !== 'done');
  const stepped = new Set(texts);
  expect(await s.unlocks()).toHaveLength(before + 3);
  expect(await wholeReads(database.db, stepped, configuration)).toEqual([]);
});

it('people, their unlocks and the series list are read by index alone', async () => {
  const texts = new Set<string>();
  const s = await scene(recordStatements(database.db, texts));
  const programId = await s.program();
  const ambassadorId = await s.ambassador({ programId });
  texts.clear();
  await getAmbassador(s.app, s.brandId, ambassadorId);
  for (const search of [{}, { programId }, { externalId: 'x' }, { email: 'a@example.com' }, { code: 'c' }])
    await findAmbassadors(s.app, s.brandId, { ...search, limit: 50, cursor: undefined });
  await listUnlocks(s.app, s.brandId, ambassadorId, { limit: 50, cursor: undefined });
  await findSeries(s.app, s.brandId, { limit: 50, cursor: undefined });
  expect(await wholeReads(database.db, texts, configuration)).toEqual([]);
});
