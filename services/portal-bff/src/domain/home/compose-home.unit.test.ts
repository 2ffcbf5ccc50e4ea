import { homeState } from '@cairn/contracts/http/home';
import { describe, expect, it } from '@jest/globals';
import {
  grantState,
  homeRows,
  ids,
  now,
  progressState,
  receiptState,
  seriesState,
} from '../../testing/home-rows.js';
import { composeHome } from './compose-home.js';
import { progressOf } from './progress.js';

const compose = (change: Parameters<typeof homeRows>[0]) => composeHome(homeRows(change), now);

describe('composeHome', () => {
  it('is what the contract says', () => {
    const home = compose({
      progress: [progressState(540, 2)],
      activity: [receiptState()],
      grants: [grantState()],
    });
    expect(homeState.parse(home)).toEqual(home);
    expect(home).toMatchObject({ epoch: 1_764_000_000_000, revision: 42, program: { name: 'Friends' } });
  });

  it('begins with nothing unlocked and all of the first tier missing', () => {
    const home = compose({});
    expect(home).toMatchObject({ points: 0, pending: 0, cycle: 1, currentTier: null });
    expect(home.nextTier).toMatchObject({ name: 'Bronze', missing: 250, rewards: ['5% off'] });
  });

  // The worked example of domain.md §3: tiers 250, 500, 1000.
  it.each([
    [240, 0, null, 'Bronze', 10, [0, 0, 0]],
    [540, 2, 'Silver', 'Gold', 460, [0, 0, 0]],
    [480, 2, 'Silver', 'Gold', 520, [0, 20, 0]],
    [100, 2, 'Silver', 'Gold', 900, [150, 400, 0]],
    [-60, 1, 'Bronze', 'Silver', 560, [310, 0, 0]],
    [1080, 3, 'Gold', null, undefined, [0, 0, 0]],
    [900, 3, 'Gold', null, undefined, [0, 0, 100]],
    [300, 0, null, 'Bronze', 0, [0, 0, 0]],
  ])(
    '3.6 %i points, %i tiers unlocked: at %s, next %s',
    (points, unlocked, current, next, missing, deficits) => {
      const home = compose({ progress: [progressState(points, unlocked)] });
      expect(home.points).toBe(points);
      expect(home.currentTier?.name ?? null).toBe(current);
      expect(home.nextTier?.name ?? null).toBe(next);
      expect(home.nextTier?.missing).toBe(missing);
      expect(home.tiers.map(tier => tier.deficit)).toEqual(deficits);
    },
  );

  it.each([
    ['raised: it takes nobody’s tier away, and puts nobody under it', 540, 0, 700, 0],
    ['raised for somebody who is under the one of then', 480, 20, 700, 20],
    ['lowered for somebody who is under the one of then', 480, 20, 490, 10],
    ['lowered under their points', 480, 20, 400, 0],
  ])('3.8 a threshold that was %s', (_, points, deficit, threshold, shown) => {
    const progress = progressState(points, 2);
    const silver = progress.unlocked[1]!;
    const unlocked = [progress.unlocked[0]!, { ...silver, deficit }];
    const { tiers } = seriesState();
    const edited = tiers.map(tier => (tier.id === silver.tierId ? { ...tier, threshold } : tier));
    const home = compose({
      series: [seriesState({ version: 2, tiers: edited })],
      progress: [{ ...progress, unlocked }],
    });
    expect(home.tiers.map(tier => tier.deficit)).toEqual([0, shown, 0]);
    expect(home.tiers[1]!.unlockedAt).not.toBeNull();
  });

  it('3.7 shows the cycle that runs', () => {
    const home = compose({ progress: [progressState(80, 0, { cycle: 2 })] });
    expect(home).toMatchObject({ cycle: 2, points: 80, currentTier: null, nextTier: { missing: 170 } });
  });

  it('2.8 shows held points and when they come', () => {
    const balance = { available: 0, pending: 35, pendingUntil: '2026-12-03T00:00:00.000Z', version: 1 };
    const progress = [progressState(0, 0, { pending: 35 })];
    expect(compose({ balance, progress })).toMatchObject({ pending: 35, pendingUntil: balance.pendingUntil });
    expect(compose({ balance, progress: [progressState(0, 0)] })).toMatchObject({
      pending: 0,
      pendingUntil: null,
    });
  });

  it('2.7 without a series shows the balance, no tiers and no way to earn', () => {
    const balance = { available: 12, pending: 0, pendingUntil: null, version: 3 };
    const home = compose({ series: [], balance });
    expect(home).toMatchObject({ series: null, points: 12, tiers: [], nextTier: null, waysToEarn: [] });
  });

  it('1.2 goes by the membership of now', () => {
    const moved = homeRows().ambassador;
    moved.memberships = [
      { programId: ids.program, from: '2026-10-01T00:00:00.000Z', to: '2026-11-20T12:00:00.000Z' },
      { programId: ids.otherProgram, from: '2026-11-20T12:00:00.000Z', to: null },
    ];
    expect(compose({ ambassador: moved })).toMatchObject({ program: { name: 'Insiders' }, series: null });
    const left = { ...moved, memberships: moved.memberships.slice(0, 1) };
    expect(compose({ ambassador: left })).toMatchObject({ program: null, series: null });
  });

  it.each([
    ['live', {}, 1],
    ['paused', { status: 'paused', live: [{ from: '2026-01-01T00:00:00Z', to: '2026-11-20T11:00:00Z' }] }, 0],
    ['scheduled', { status: 'scheduled', live: [{ from: '2026-12-01T00:00:00Z', to: null }] }, 0],
    ['over its end', { endsAt: '2026-11-20T12:00:00Z' }, 0],
    ['ended', { status: 'ended', live: [{ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }] }, 0],
  ] as const)('a %s series is shown, and earns only while it is live (2.7, 3.2)', (_, change, ways) => {
    const home = compose({ series: [seriesState(change as Parameters<typeof seriesState>[0])] });
    expect(home.series?.id).toBe(ids.series);
    expect(home.waysToEarn).toHaveLength(ways);
  });

  it('3.1 prefers the series that is not ended', () => {
    const ended = seriesState({ seriesId: ids.brand, status: 'ended', endsAt: '2026-11-01T00:00:00Z' });
    expect(compose({ series: [ended, seriesState()] }).series?.id).toBe(ids.series);
  });

  it('says how sales earn, in words', () => {
    expect(compose({}).waysToEarn).toEqual([
      {
        kind: 'referral',
        title: 'Share your link',
        award: '25 points for every $100 your friends spend',
        code: 'ADA7QF2',
        link: 'https://links.example.com/r/ADA7QF2',
      },
    ]);
    expect(compose({ rules: [] }).waysToEarn).toEqual([]);
  });

  it('shows rewards without what is for the admin only (4.7)', () => {
    const [card] = compose({ grants: [grantState()] }).rewards;
    expect(card).toMatchObject({ title: '5% off orders over $20', code: 'CAIRN-7QF2-9KXM-3TVD' });
    expect(JSON.stringify(card)).not.toContain('own words');
  });
});

describe('progressOf', () => {
  it('is the same standing in the shape of api.md', () => {
    const progress = progressOf(homeRows({ progress: [progressState(480, 2, { pending: 5 })] }), now);
    expect(progress).toMatchObject({ points: 480, pending: 5, cycle: 1, version: 7 });
    expect(Object.keys(progress.nextTier ?? {})).toEqual(['id', 'name', 'threshold', 'missing', 'rewards']);
    expect(Object.keys(progress.tiers[0] ?? {})).toEqual([
      'id',
      'name',
      'threshold',
      'medal',
      'unlockedAt',
      'deficit',
    ]);
  });

  it('has no points without a series', () => {
    const balance = { available: 12, pending: 0, pendingUntil: null, version: 3 };
    expect(progressOf(homeRows({ series: [], balance }), now)).toMatchObject({ points: 0, version: 0 });
  });
});
