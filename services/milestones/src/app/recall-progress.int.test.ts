import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import type { CreateSeries } from '@cairn/contracts/http/series';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { restorable } from '../testing/restored.js';
import { type Scene, scene } from '../testing/scene.js';
import { publishSeries } from './publish-series.js';
import { recallProgress } from './recall-progress.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

async function publishedSeries(s: Scene, programId: string, edit: Partial<CreateSeries>) {
  const seriesId = await s.draft([programId], edit);
  await publishSeries(s.app, s.caller, seriesId, null);
  return seriesId;
}

async function given(edit: (s: Scene) => Promise<Partial<CreateSeries>> = async () => ({})) {
  const s = await scene(database.db);
  const programId = await s.program();
  const seriesId = await publishedSeries(s, programId, await edit(s));
  const ambassadorId = await s.ambassador({ programId });
  const kafka = restorable(database.db, s.brandId);
  await kafka.publish();
  const told = () => kafka.log.filter(event => event.type === progressChanged.type);
  const revisions = () => told().map(event => event.aggregateversion!);
  const counted = () =>
    s.sql.query(
      `SELECT participants::int, (SELECT sum(unlocked)::int FROM series_tier_counts c WHERE c.series_id = p.series_id) AS unlocked
       FROM series_participants p WHERE series_id = $1`,
      [seriesId],
    );
  const row = (seq: number, points: number) => s.entry({ ambassadorId, programId, seriesId, seq, points });
  return { ...s, kafka, told, revisions, counted, row, ambassadorId };
}

it('3.4 progress that is restored and counted in other chunks is newer to its readers than what they have', async () => {
  const s = await given();
  const backup = await s.kafka.backup();
  const rows = [s.row(1, 240), s.row(2, 300), s.row(3, -60)];
  for (const row of rows) {
    await s.apply([row]);
    await s.kafka.publish();
  }
  expect(s.revisions()).toEqual([1, 2, 3]);
  const [last, counted] = [s.told().at(-1)!.data, await s.counted()];
  const ids = s.kafka.log.filter(event => event.type !== progressChanged.type).map(event => event.id);

  await s.kafka.restore(backup);
  s.at('2026-11-09T10:00:00Z');
  await s.apply(rows);
  await s.kafka.publish();
  // 3.6: the state before the deficit is told too.
  expect(s.revisions()).toEqual([1, 2, 3, 4, 5]);
  expect(s.told().at(-1)!.data).toEqual(last);
  expect(await s.counted()).toEqual(counted);
  // 3.5: the unlocks are told with the ids that they had.
  const all = s.kafka.log.filter(event => event.type !== progressChanged.type).map(event => event.id);
  expect(all).toEqual([...ids, ...ids]);

  await s.apply([s.row(4, 600)]);
  await s.kafka.publish();
  expect(s.revisions()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(s.told().at(-1)!.data).toMatchObject({ points: 1080, seq: 4 });
});

it('3.7 a promotion that is counted again is at the instant at which it was', async () => {
  const target = { id: '' };
  const s = await given(async made => {
    target.id = await made.program('Insiders');
    return { completion: { kind: 'promote', programId: target.id } };
  });
  const people = () =>
    s.sql.query(
      'SELECT program_id, valid_from, valid_to FROM memberships WHERE ambassador_id = $1 ORDER BY valid_from',
      [s.ambassadorId],
    );
  const backup = await s.kafka.backup();
  s.at('2026-11-03T10:00:00Z');
  await s.apply([s.row(1, 1_000)]);
  await s.kafka.publish();
  const moved = await people();
  expect(moved).toMatchObject([{}, { program_id: target.id, valid_from: '2026-11-03T10:00:00.000Z' }]);
  await s.kafka.restore(backup);
  s.at('2026-11-09T10:00:00Z');
  await s.apply([s.row(1, 1_000)]);
  expect(await people()).toEqual(moved);
  expect(await s.sql.query('SELECT * FROM recalled_unlocks WHERE brand_id = $1', [s.brandId])).toEqual([]);
});

it('3.4 what this database knows to have said changes nothing', async () => {
  const s = await given();
  await s.apply([s.row(1, 240)]);
  await s.kafka.publish();
  await s.apply([s.row(2, 300)]);
  const dump = () => s.sql.query('SELECT * FROM ledger_positions WHERE brand_id = $1', [s.brandId]);
  const before = await dump();
  await inTransaction(database.db, sql => recallProgress(sql, s.kafka.log));
  expect(await dump()).toEqual(before);
});
