import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import { ambassadorDetail, ambassadorItem } from '@cairn/contracts/http/ambassador';
import { programItem } from '@cairn/contracts/http/program';
import {
  type CreateSeries,
  createSeries,
  seriesItem,
  seriesStanding as standingOf,
} from '@cairn/contracts/http/series';
import { derivedId, newId } from '@cairn/service-kit/events/derive';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/all.js';
import { type Scene, scene } from '../testing/scene.js';
import { findAmbassadors, getAmbassador } from './find-ambassadors.js';
import { findSeries, getSeries } from './find-series.js';
import { listPrograms } from './list-programs.js';
import { publishSeries } from './publish-series.js';
import { seriesStanding } from './series-standing.js';

let database: TestDatabase;
let s: Scene;
let programId: string;

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  programId = await s.program();
});

async function live(edit: Partial<CreateSeries> = {}): Promise<string> {
  const id = await s.draft([programId], edit);
  await publishSeries(s.app, s.caller, id, null);
  return id;
}

describe('a tier', () => {
  /** As a request says it, through the contract. */
  const { tiers } = createSeries.parse({
    name: 'Climb',
    category: 'referral',
    programIds: [newId()],
    completion: { kind: 'stay' },
    tiers: [
      {
        name: 'Bronze',
        threshold: 100,
        medal: { gradient: { colors: ['#c8963e', '#fff', '#000000'], angle: 45 } },
        description: 'Welcome',
        email: { subject: 'Hi {{name}}', body: 'You have {{points}}' },
        rewards: [
          { type: 'discount_code', source: 'shopify', percent: 10, minSubtotal: 5000, expiresInDays: 30 },
          { type: 'discount_code', source: 'pool', poolId: newId(), amount: 500 },
          { type: 'manual_product', name: 'A mug' },
          { type: 'custom', title: 'A call', description: 'with the founder' },
          { type: 'shopify_product', variantId: '42', choice: true },
        ],
      },
      { name: 'Silver', threshold: 200, medal: { preset: 'silver' } },
    ],
  });

  it('4.1, 4.2 unlocks with its rewards of all four types, frozen, each with a grant of its own', async () => {
    const seriesId = await live({ tiers });
    const [bronze, silver] = (await getSeries(s.app, s.brandId, seriesId)).tiers;
    const ambassadorId = newId();
    await s.apply([s.entry({ ambassadorId, seq: 1, points: 150, seriesId })]);
    const [event] = await s.unlocks();
    expect(tierUnlocked.data.parse(event!.data)).toEqual(event!.data);
    expect(event!.data.tier).toEqual(bronze);
    expect(event!.data.tier).toMatchObject(tiers[0]!);
    expect(event!.data.nextTier).toMatchObject({ id: silver!.id, threshold: 200 });
    expect(event!.data.grants).toEqual(
      tiers[0]!.rewards.map((reward, place) => ({
        grantId: derivedId('grant', event!.data.unlockId, place),
        reward,
      })),
    );
    expect(new Set(event!.data.grants.map(grant => grant.grantId)).size).toBe(5);
  });

  it('3.3 without rewards unlocks like any other', async () => {
    const seriesId = await live({ tiers });
    await s.apply([s.entry({ ambassadorId: newId(), seq: 1, points: 200, seriesId })]);
    const silver = (await s.unlocks())[1]!.data;
    expect(silver).toMatchObject({ tier: { name: 'Silver', rewards: [] }, nextTier: null, grants: [] });
  });

  it('3.7 has another unlock and other grants in each cycle', async () => {
    const seriesId = await live({ tiers, completion: { kind: 'repeat', maxCycles: null, carryOver: true } });
    await s.apply([s.entry({ ambassadorId: newId(), seq: 1, points: 450, seriesId })]);
    const events = await s.unlocks();
    expect(events.map(event => [event.data.cycle, event.data.tier.name])).toEqual([
      [1, 'Bronze'],
      [1, 'Silver'],
      [2, 'Bronze'],
      [2, 'Silver'],
    ]);
    expect(new Set(events.map(event => event.data.unlockId)).size).toBe(4);
    expect(new Set(events.flatMap(event => event.data.grants.map(grant => grant.grantId))).size).toBe(10);
  });
});

describe('the standing of a series', () => {
  it('3.4, 3.5 counts participants, and unlocks of current cycles, over all partitions', async () => {
    const seriesId = await live({ completion: { kind: 'repeat', maxCycles: 2, carryOver: true } });
    const ids = (await getSeries(s.app, s.brandId, seriesId)).tiers.map(tier => tier.id);
    const [ada, bob, eve] = [newId(), newId(), newId()];
    const row = (ambassadorId: string, seq: number, points: number) =>
      s.entry({ ambassadorId, seq, points, seriesId });
    const standing = async () => {
      const answer = await seriesStanding(s.app, s.brandId, seriesId);
      expect(standingOf.parse(answer)).toEqual(answer);
      expect(answer.tiers.map(tier => tier.id)).toEqual(ids);
      return [answer.participants, ...answer.tiers.map(tier => tier.unlocked)];
    };
    expect(await standing()).toEqual([0, 0, 0, 0]);
    await s.apply([row(ada, 1, 600), row(bob, 1, 300)], 1);
    await s.apply([row(eve, 1, 10), row(eve, 2, 300)], 2);
    expect(await standing()).toEqual([3, 3, 1, 0]);
    await s.apply([row(bob, 2, -200)], 1);
    expect(await standing()).toEqual([3, 3, 1, 0]);
    await s.apply([row(ada, 2, 700)], 1);
    expect(await standing()).toEqual([3, 3, 0, 0]);
    await s.apply([row(ada, 3, 700)], 1);
    expect(await standing()).toEqual([3, 3, 1, 1]);
    await s.apply([row(ada, 3, 700)], 5);
    expect(await standing()).toEqual([3, 3, 1, 1]);
  });

  it('6.2 of another brand is 404', async () => {
    const seriesId = await live();
    const stranger = await scene(database.db);
    await expect(seriesStanding(s.app, stranger.brandId, seriesId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('what is read', () => {
  it('is what the contract says', async () => {
    await s.draft([programId]);
    const address = { name: 'Ada', line1: '1 Hill', city: 'York', postalCode: 'Y1', country: 'GB' };
    const ada = await s.ambassador({ programId, address });
    const detail = await getAmbassador(s.app, s.brandId, ada);
    expect(ambassadorDetail.parse(detail)).toEqual(detail);
    const [person] = (await findAmbassadors(s.app, s.brandId, { limit: 1 })).items;
    expect(ambassadorItem.parse(person)).toEqual(person);
    const [series] = (await findSeries(s.app, s.brandId, { limit: 1 })).items;
    expect(seriesItem.omit({ needsFulfilment: true }).parse(series)).toEqual(series);
    const [program] = (await listPrograms(s.app, s.brandId, { limit: 1 })).items;
    expect(programItem.parse(program)).toEqual(program);
  });
});
