import { newId } from '@cairn/service-kit/events/derive';
import { migrate } from '@cairn/service-kit/postgres/migrate';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase } from '@cairn/service-kit/testing/database';
import { expect, it } from '@jest/globals';
import { pausesMigration } from '../../../migrations/0006-pauses.js';
import { migrations } from '../../../migrations/all.js';
import { jobShard, seriesCounts } from './series-counts.js';

it('counters begin at what was unlocked before there were any, of current cycles only', async () => {
  const before = migrations.slice(0, migrations.indexOf(pausesMigration));
  const database = await createTestDatabase(before);
  try {
    const sql = onPool(database.db);
    const [brandId, seriesId, tierId] = [newId(), newId(), newId()];
    for (const cycle of [1, 1, 2]) {
      const person = newId();
      await sql.query('INSERT INTO progress VALUES ($1, $2, $3, $4, 0, 0)', [
        brandId,
        person,
        seriesId,
        cycle,
      ]);
      await sql.query(
        `INSERT INTO unlocks (brand_id, ambassador_id, series_id, cycle, tier_id, unlock_id, series_version, threshold,
          unlocked_at) VALUES ($1, $2, $3, 1, $4, $5, 1, 10, clock_timestamp())`,
        [brandId, person, seriesId, tierId, newId()],
      );
    }
    expect(await migrate(database.url, migrations)).toContain('Pauses1763900000006');
    expect((await seriesCounts(sql, seriesId)).unlocked).toEqual(new Map([[tierId, 2]]));
    expect(await sql.query('SELECT shard FROM series_tier_counts')).toEqual([{ shard: jobShard }]);
  } finally {
    await database.drop();
  }
});
