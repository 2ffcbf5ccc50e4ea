import { describe, expect, it } from '@jest/globals';
import { entryOf } from '../testing/entries.js';
import { seriesOf } from '../testing/tiers.js';
import { withDeficits } from './deficit.js';
import { applyEntry, beginning, type Progress, type SeriesNow } from './progress.js';

const at = '2026-11-01T10:00:00.200Z';
const climb = seriesOf([250, 500, 1000]);

interface Step {
  points: number;
  held?: boolean;
  series?: SeriesNow;
}

/** Applies the rows one by one; what each left: progress, thresholds unlocked by it, deficits by threshold. */
function run(steps: readonly Step[]) {
  let progress: Progress = beginning;
  return steps.map(({ points, held, series = climb }, index) => {
    const entry = entryOf({
      brandId: 'b',
      ambassadorId: 'a',
      seq: index + 1,
      seriesId: series.id,
      points,
      held: held ?? false,
    });
    const step = applyEntry(progress, entry, series, at);
    progress = step.progress;
    const thresholds = new Map(series.tiers.map(tier => [tier.id, tier.threshold]));
    return {
      progress,
      unlocks: step.unlocks,
      unlocked: step.unlocks.map(unlock => unlock.tier.threshold),
      deficits: withDeficits(progress, series.tiers)
        .filter(tier => tier.deficit > 0)
        .map(tier => [thresholds.get(tier.tierId), tier.deficit]),
    };
  });
}

describe('3.5 the worked example of domain.md §3, up to its completion', () => {
  const rows = run([{ points: 240 }, { points: 300 }, { points: -60 }, { points: 600 }, { points: 1000 }]);
  it.each([
    { row: 0, rule: '3.4 counts', points: 240, unlocked: [], deficits: [] },
    {
      row: 1,
      rule: '3.5 unlocks several at once, ascending',
      points: 540,
      unlocked: [250, 500],
      deficits: [],
    },
    {
      row: 2,
      rule: '3.6 falls under and keeps the tier with a deficit',
      points: 480,
      unlocked: [],
      deficits: [[500, 20]],
    },
    {
      row: 3,
      rule: '3.6 regains without unlocking again; 3.5 the last',
      points: 1080,
      unlocked: [1000],
      deficits: [],
    },
    { row: 4, rule: '3.7 stay: further points add up', points: 2080, unlocked: [], deficits: [] },
  ])('row $row: $rule', ({ row, points, unlocked, deficits }) => {
    expect(rows[row]!.progress.points).toBe(points);
    expect(rows[row]!.progress.cycle).toBe(1);
    expect(rows[row]!.unlocked).toEqual(unlocked);
    expect(rows[row]!.deficits).toEqual(deficits);
  });
});

describe('applyEntry', () => {
  it('2.8 pending points are kept and unlock nothing, until they are released', () => {
    const [held] = run([{ points: 300, held: true }]);
    expect(held!.progress).toMatchObject({ points: 0, pending: 300, unlocked: [] });
    const release = entryOf({ brandId: 'b', ambassadorId: 'a', seq: 2, seriesId: climb.id, points: 300 });
    const event = { ...release, data: { ...release.data, kind: 'release' as const, pendingDelta: -300 } };
    const released = applyEntry(held!.progress, event, climb, at);
    expect(released.progress).toMatchObject({ points: 300, pending: 0 });
    expect(released.unlocks.map(unlock => unlock.tier.threshold)).toEqual([250]);
  });

  it('3.4 progress may fall below zero', () => {
    expect(run([{ points: 10 }, { points: -35 }])[1]!.progress.points).toBe(-25);
  });

  it('3.5 a tier is reached at its very threshold, not before', () => {
    expect(run([{ points: 249 }, { points: 1 }]).map(step => step.unlocked)).toEqual([[], [250]]);
  });

  it('3.5 an unlock says when, with how many points, and what comes next', () => {
    const [only] = run([{ points: 540 }]);
    expect(
      only!.unlocks.map(({ cycle, points, nextTier, unlockedAt }) => [
        cycle,
        points,
        nextTier?.threshold,
        unlockedAt,
      ]),
    ).toEqual([
      [1, 540, 500, at],
      [1, 540, 1000, at],
    ]);
    expect(run([{ points: 1000 }])[0]!.unlocks.at(-1)!.nextTier).toBeNull();
  });

  it('3.5 a tier that fell under and came back is not unlocked twice', () => {
    expect(run([{ points: 260 }, { points: -100 }, { points: 100 }]).map(step => step.unlocked)).toEqual([
      [250],
      [],
      [],
    ]);
  });

  it('3.10 after the end what adds points still unlocks, a refund never does', () => {
    const ended: SeriesNow = { ...climb, phase: 'ended' };
    const lowered: SeriesNow = { ...seriesOf([100]), phase: 'ended' };
    expect(run([{ points: 250, series: ended }])[0]!.unlocked).toEqual([250]);
    expect(run([{ points: 200 }, { points: -1, series: lowered }])[1]!.unlocked).toEqual([]);
  });
});

describe('withDeficits', () => {
  it('3.8 a tier that a later version took out stays shown, in its place and without a deficit', () => {
    const [, fallen] = run([{ points: 540 }, { points: -300 }]);
    const withoutTheFirst = climb.tiers.slice(1);
    expect(withDeficits(fallen!.progress, withoutTheFirst).map(tier => tier.deficit)).toEqual([0, 260]);
  });
});
