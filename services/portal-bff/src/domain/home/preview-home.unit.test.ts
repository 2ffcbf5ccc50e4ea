import type { SeriesView } from '@cairn/contracts/http/series';
import { describe, expect, it } from '@jest/globals';
import { actionState, campaignState, homeRows, ids, now, seriesState } from '../../testing/home-rows.js';
import { previewHome } from './preview-home.js';

function draft(change: Partial<SeriesView> = {}): SeriesView {
  const { tiers, name, category } = seriesState();
  return {
    id: ids.series,
    status: 'draft',
    version: 0,
    name,
    category,
    programIds: [ids.program],
    startsAt: '2027-01-01T00:00:00.000Z',
    endsAt: null,
    completion: { kind: 'stay' },
    tiers,
    draft: null,
    retroactive: null,
    revision: 1,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...change,
  };
}

const rows = homeRows({ actions: [actionState({ used: 0 })], campaigns: [campaignState()] });
const preview = (points: number, change: Partial<SeriesView> = {}) =>
  previewHome(rows, draft(change), points, now);

describe('previewHome', () => {
  // The tiers are 250, 500 and 1000.
  it.each([
    [-10, null, 'Bronze', 260],
    [0, null, 'Bronze', 250],
    [249, null, 'Bronze', 1],
    [250, 'Bronze', 'Silver', 250],
    [999, 'Silver', 'Gold', 1],
    [1000, 'Gold', null, undefined],
    [9_007_199_254, 'Gold', null, undefined],
  ])('3.9 at %i points: %s, next %s', (points, current, next, missing) => {
    const home = preview(points);
    expect(home.points).toBe(points);
    expect(home.currentTier?.name ?? null).toBe(current);
    expect(home.nextTier?.name ?? null).toBe(next);
    expect(home.nextTier?.missing).toBe(missing);
  });

  it('3.9 shows the ways to earn and the rewards as the ambassador will see them', () => {
    const home = preview(500);
    expect(home.waysToEarn.map(way => way.kind)).toEqual(['action', 'campaign', 'referral']);
    expect(home.rewards.map(reward => [reward.tier.name, reward.title, reward.status])).toEqual([
      ['Silver', '10% off', 'issued'],
      ['Bronze', '5% off', 'issued'],
    ]);
    expect(new Set(home.rewards.map(reward => reward.id)).size).toBe(2);
  });

  it.each([
    [999, { maxCycles: null, carryOver: true }, 1, 999],
    [1080, { maxCycles: 2, carryOver: true }, 2, 80],
    [1080, { maxCycles: 2, carryOver: false }, 2, 0],
    [3500, { maxCycles: 2, carryOver: true }, 2, 2500],
    [3500, { maxCycles: null, carryOver: true }, 4, 500],
    [3500, { maxCycles: 1, carryOver: true }, 1, 3500],
  ])('3.7 %i points with repeat %j: round %i at %i', (points, repeat, cycle, left) => {
    expect(preview(points, { completion: { kind: 'repeat', ...repeat } })).toMatchObject({
      cycle,
      points: left,
    });
  });

  it('3.7 is what one entry of so many points does: at most 100 cycles, the rest unlocks with the next', () => {
    const completion = { kind: 'repeat' as const, maxCycles: null, carryOver: true };
    expect(preview(100_999, { completion })).toMatchObject({ cycle: 101, points: 999, currentTier: null });
    expect(preview(101_500, { completion })).toMatchObject({ cycle: 101, points: 1_500, currentTier: null });
    expect(preview(99_999, { completion })).toMatchObject({ cycle: 100, points: 999 });
    expect(preview(99_999, { completion }).currentTier).not.toBeNull();
    const limited = { ...completion, maxCycles: 100 };
    expect(preview(101_500, { completion: limited })).toMatchObject({ cycle: 100, points: 2_500 });
  });

  it('shows a draft without tiers too', () => {
    expect(preview(10, { tiers: [] })).toMatchObject({ tiers: [], nextTier: null, currentTier: null });
  });
});
