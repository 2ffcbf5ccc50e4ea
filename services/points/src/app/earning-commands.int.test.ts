import { randomUUID } from 'node:crypto';
import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import { createCampaign as createCampaignBody } from '@cairn/contracts/http/campaign';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { selectAction, selectActions } from '../out/postgres/actions.js';
import { selectCampaigns } from '../out/postgres/campaigns.js';
import { earningScene } from '../testing/earning-scene.js';
import { updateAction } from './change-action.js';
import { updateCampaign } from './change-campaign.js';
import { createCampaign } from './create-campaign.js';

let database: TestDatabase;
const now = new Date('2026-11-01T00:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database.drop();
});

/** What was published for a brand, oldest first. */
async function published(brandId: string, topic: string) {
  const rows = await onPool(database.db).query<{ key: string; value: string }>(
    'SELECT key, value FROM outbox WHERE topic = $1 AND key LIKE $2 ORDER BY id',
    [topic, `${brandId}%`],
  );
  return rows.map(row => ({ key: row.key, event: JSON.parse(row.value) }));
}

describe('2.1 an action', () => {
  it('is made, changed and archived, each published and audited, in one order', async () => {
    const s = await earningScene(database.db);
    const id = await s.action({ limit: { count: 3, per: 'week' } });
    const changed = await s.editAction(id, { name: 'Post a reel', limit: null });
    const same = await s.editAction(id, { name: 'Post a reel' });
    const archived = await s.archiveAction(id);
    const again = await s.archiveAction(id);
    expect(changed.body).toMatchObject({ id, name: 'Post a reel', points: 40, limit: null, revision: 2 });
    expect(changed.mark).toEqual({ stream: 'catalogEarning', version: 2 });
    expect(same).toEqual({ body: changed.body, mark: null });
    expect(archived.body).toMatchObject({ archived: true, revision: 3 });
    expect(again).toEqual({ body: archived.body, mark: null });
    const events = await published(s.ids.brand, 'cairn.catalog.earning.v1');
    expect(events.map(({ key }) => key)).toEqual(Array(3).fill(`${s.ids.brand}:action:${id}`));
    for (const { event } of events) expect(actionChanged.data.safeParse(event.data).error).toBeUndefined();
    expect(events.map(({ event }) => [event.aggregateversion, event.data.archived])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const audit = await published(s.ids.brand, 'cairn.audit.v1');
    expect(audit.map(({ event }) => event.data.action)).toEqual([
      'action.create',
      'action.update',
      'action.archive',
    ]);
    expect(audit[1]!.event.data).toMatchObject({
      before: { name: 'Post a story', limit: { count: 3, per: 'week' } },
      after: { name: 'Post a reel', limit: null },
    });
  });

  it('is stale for whoever read an older revision', async () => {
    const s = await earningScene(database.db);
    const id = await s.action();
    const edit = (expected: number) =>
      inTransaction(database.db, sql => updateAction(sql, s.caller, id, { points: 5 }, expected, now));
    await expect(edit(2)).rejects.toMatchObject({ code: 'stale' });
    expect((await edit(1)).body).toMatchObject({ points: 5, revision: 2 });
  });

  it('6.2 of another brand, or of its program, is not_found', async () => {
    const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
    const id = await s.action();
    await expect(other.editAction(id, { points: 5 })).rejects.toMatchObject({ code: 'not_found' });
    await expect(other.archiveAction(id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(other.action({ programId: s.ids.program })).rejects.toMatchObject({ code: 'not_found' });
    expect(await selectAction(onPool(database.db), other.ids.brand, id)).toBeUndefined();
  });

  it('is listed newest first, by program; archived ones by themselves', async () => {
    const s = await earningScene(database.db);
    const program = await s.program(true);
    const [a, b, c] = [await s.action(), await s.action(), await s.action({ programId: program })];
    await s.archiveAction(b);
    const list = async (search: { programId?: string; archived?: boolean; after?: string }) =>
      (
        await selectActions(onPool(database.db), s.ids.brand, {
          programId: search.programId,
          archived: search.archived ?? false,
          after: search.after ?? null,
          limit: 10,
        })
      ).map(action => action.id);
    expect(await list({})).toEqual([c, a]);
    expect(await list({ after: c })).toEqual([a]);
    expect(await list({ programId: program })).toEqual([c]);
    expect(await list({ archived: true })).toEqual([b]);
  });

  it('waits for a brand whose time zone and tags are being read again', async () => {
    const s = await earningScene(database.db);
    const sql = onPool(database.db);
    await sql.query('DELETE FROM brands WHERE brand_id = $1', [s.ids.brand]);
    await expect(s.action()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('2.5 a campaign', () => {
  it('is made, changed and archived, each published', async () => {
    const s = await earningScene(database.db);
    const program = await s.program(false);
    const id = await s.campaign({ programIds: [s.ids.program, program, s.ids.program] });
    const edit = (change: Parameters<typeof updateCampaign>[3]) =>
      inTransaction(database.db, sql => updateCampaign(sql, s.caller, id, change, null, now));
    // The same instant in another offset is no change.
    expect(await edit({ startsAt: '2026-11-01T01:00:00+01:00' })).toMatchObject({
      body: { revision: 1, programIds: [s.ids.program, program] },
      mark: null,
    });
    expect(await edit({ endsAt: '2027-01-01T00:00:00Z', joinPoints: 0 })).toMatchObject({
      body: { revision: 2, endsAt: '2027-01-01T00:00:00.000Z', joinPoints: 0 },
      mark: { stream: 'catalogEarning', version: 2 },
    });
    await s.archiveCampaign(id);
    const events = await published(s.ids.brand, 'cairn.catalog.earning.v1');
    expect(events.map(({ key }) => key)).toEqual(Array(3).fill(`${s.ids.brand}:campaign:${id}`));
    for (const { event } of events) expect(campaignChanged.data.safeParse(event.data).error).toBeUndefined();
    const search = { programId: program, archived: true, after: null, limit: 10 };
    const listed = await selectCampaigns(onPool(database.db), s.ids.brand, search);
    expect(listed.map(campaign => campaign.id)).toEqual([id]);
  });

  it('2.5 ends after it starts, also where only one of the two is changed', async () => {
    const s = await earningScene(database.db);
    const id = await s.campaign();
    const edit = (change: Parameters<typeof updateCampaign>[3]) =>
      inTransaction(database.db, sql => updateCampaign(sql, s.caller, id, change, null, now));
    await expect(edit({ startsAt: '2026-12-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'startsAt' }],
    });
    await expect(edit({ endsAt: '2026-11-01T00:00:00Z' })).rejects.toMatchObject({
      errors: [{ path: 'endsAt' }],
    });
  });

  it('6.2 of another brand, or over another brand’s program, is not_found', async () => {
    const [s, other] = [await earningScene(database.db), await earningScene(database.db)];
    const id = await s.campaign();
    await expect(other.archiveCampaign(id)).rejects.toMatchObject({ code: 'not_found' });
    for (const foreign of [other.ids.program, randomUUID()]) {
      const programIds = [s.ids.program, foreign];
      await expect(s.campaign({ programIds })).rejects.toMatchObject({ code: 'not_found' });
      const edit = inTransaction(database.db, sql =>
        updateCampaign(sql, s.caller, id, { programIds }, null, now),
      );
      await expect(edit).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const s = await earningScene(database.db);
    const window = { startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' };
    const input = createCampaignBody.parse({ name: 'Spring', programIds: [s.ids.program], ...window });
    const failing = inTransaction(database.db, async sql => {
      await createCampaign(sql, s.caller, input, now);
      throw new Error('crash');
    });
    await expect(failing).rejects.toThrow('crash');
    expect(await published(s.ids.brand, 'cairn.catalog.earning.v1')).toEqual([]);
  });
});
