import type { SeriesStanding, SeriesView } from '@cairn/contracts/http/series';
import type { Simulation } from '@cairn/contracts/http/simulation';
import { until } from '@cairn/service-kit/testing/until';
import { expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, enrol, makeBrand, read, send } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

it('a what-if of the live series’ own tiers says what the live series did', async () => {
  const brand = await makeBrand('Simulated');
  const sales = { ada: [30_000, 30_000], bob: [21_000], eve: [1_000], idle: [] };
  for (const [who, amounts] of Object.entries(sales)) {
    await enrol(brand, who, who);
    for (const [n, netAmount] of amounts.entries()) {
      const data = { orderId: `${who}-${n}`, currency: 'USD', netAmount };
      await send(brand, { id: `sim-${who}-${n}`, type: 'referral.sale', externalId: who, data });
    }
  }
  const series = await read<SeriesView>(brand, `/series/${brand.seriesId}`);
  const standing = () => read<SeriesStanding>(brand, `/series/${brand.seriesId}/standing`);
  await until('everybody is counted', async () => (await standing()).participants === 3);
  const { programIds, completion, tiers } = series;
  const costed = tiers.map(({ id: _, ...tier }) => ({
    ...tier,
    rewards: tier.rewards.map(reward => ({ ...reward, cost: 250 })),
  }));
  const told = await admin<Simulation>(brand, 'POST', '/series/simulate', {
    programIds,
    completion,
    tiers: costed,
  });
  expect(told.participants).toBe(3);
  await until('the unlocks are there', async () => {
    const live = (await standing()).tiers.map(tier => tier.unlocked);
    return JSON.stringify(live) === JSON.stringify(told.tiers.map(tier => tier.reached));
  });
  expect(told.tiers.some(tier => tier.reached > 0)).toBe(true);
  const rewards = told.tiers.reduce((sum, tier, n) => sum + tier.unlocks * tiers[n]!.rewards.length, 0);
  expect(told.cost).toEqual({ currency: 'USD', total: 250 * rewards, withoutCost: 0 });
});

it('a what-if names what is wrong with its draft, and 6.2 knows no program of another brand', async () => {
  const [brand, other] = [await makeBrand('Simulated'), await makeBrand('Simulated-too')];
  const ask = async (body: object) =>
    await call<{ code: string; errors?: { path: string }[] }>(
      'POST',
      `${cairn().portal}/api/v1/series/simulate`,
      { token: brand.apiKey, body },
    );
  const tier = { name: 'One', threshold: 10, medal: { preset: 'gold' } };
  const draft = { programIds: [other.programId], completion: { kind: 'stay' }, tiers: [tier] };
  expect((await ask(draft)).status).toBe(404);
  const wrong = await ask({ ...draft, tiers: [tier, tier] });
  expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, 'tiers']);
});
