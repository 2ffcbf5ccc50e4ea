import { describe, expect, it } from '@jest/globals';
import { entryOf } from '../testing/entries.js';
import { seriesOf } from '../testing/tiers.js';
import { withDeficits } from './deficit.js';
import { applyEntry, beginning, type Progress, type SeriesNow } from './progress.js';

type Completion = SeriesNow['completion'];

const at = '2026-11-01T10:00:00.200Z';
const thresholds = [250, 500, 1000];
const climb = (completion: Completion) => seriesOf(thresholds, 'series-1', completion);

/** After each row: the cycle and progress, what it unlocked as `cycle:threshold`, and the deficits by threshold. */
function run(series: SeriesNow, points: readonly number[]) {
  let progress: Progress = beginning;
  return points.map((delta, index) => {
    const row = { brandId: 'b', ambassadorId: 'a', seq: index + 1, seriesId: series.id, points: delta };
    const step = applyEntry(progress, entryOf(row), series, at);
    progress = step.progress;
    const thresholdOf = new Map(series.tiers.map(tier => [tier.id, tier.threshold]));
    return {
      cycle: progress.cycle,
      points: progress.points,
      unlocks: step.unlocks.map(unlock => `${unlock.cycle}:${unlock.tier.threshold}`),
      deficits: withDeficits(progress, series.tiers)
        .filter(tier => tier.deficit > 0)
        .map(tier => [thresholdOf.get(tier.tierId), tier.deficit]),
      promotion: step.promotion,
    };
  });
}

const repeat = (maxCycles: number | null, carryOver: boolean) =>
  climb({ kind: 'repeat', maxCycles, carryOver });

describe('3.7 the worked example of domain.md §3: repeat, carryOver, maxCycles 2', () => {
  const rows = run(repeat(2, true), [240, 300, -60, 600, 1000]);
  it.each([
    { row: 0, entry: '+240', cycle: 1, points: 240, unlocks: [], deficits: [] },
    { row: 1, entry: '+300', cycle: 1, points: 540, unlocks: ['1:250', '1:500'], deficits: [] },
    { row: 2, entry: '-60', cycle: 1, points: 480, unlocks: [], deficits: [[500, 20]] },
    { row: 3, entry: '+600', cycle: 2, points: 80, unlocks: ['1:1000'], deficits: [] },
    { row: 4, entry: '+1000', cycle: 2, points: 1080, unlocks: ['2:250', '2:500', '2:1000'], deficits: [] },
  ])('3.7 $entry: cycle $cycle at $points', ({ row, cycle, points, unlocks, deficits }) => {
    expect(rows[row]).toMatchObject({ cycle, points, unlocks, deficits });
  });
});

describe('3.7 repeat', () => {
  it.each([
    {
      what: 'without carryOver the next cycle begins at 0',
      series: repeat(2, false),
      rows: [1600, 300],
      after: [
        { cycle: 2, points: 0, unlocks: ['1:250', '1:500', '1:1000'] },
        { cycle: 2, points: 300, unlocks: ['2:250'] },
      ],
    },
    {
      what: 'maxCycles 1 is stay',
      series: repeat(1, true),
      rows: [1600, 400],
      after: [
        { cycle: 1, points: 1600, unlocks: ['1:250', '1:500', '1:1000'] },
        { cycle: 1, points: 2000, unlocks: [] },
      ],
    },
    {
      what: 'after the last of maxCycles it stays, whatever adds up',
      series: repeat(2, true),
      rows: [5000, 1000],
      after: [
        {
          cycle: 2,
          points: 4000,
          unlocks: ['1:250', '1:500', '1:1000', '2:250', '2:500', '2:1000'],
        },
        { cycle: 2, points: 5000, unlocks: [] },
      ],
    },
    {
      what: 'one row finishes several cycles where maxCycles is null',
      series: repeat(null, true),
      rows: [2300],
      after: [
        { cycle: 3, points: 300, unlocks: ['1:250', '1:500', '1:1000', '2:250', '2:500', '2:1000', '3:250'] },
      ],
    },
    {
      what: 'a refund after the new cycle began counts in it, below zero too, with no deficit of the cycle before',
      series: repeat(null, true),
      rows: [1080, -200],
      after: [
        { cycle: 2, points: 80, deficits: [] },
        { cycle: 2, points: -120, unlocks: [], deficits: [] },
      ],
    },
    {
      what: '3.4 a row counts in the cycle that is current when it is applied',
      series: repeat(null, false),
      rows: [900, 400, 300, -50],
      after: [
        { cycle: 1, points: 900 },
        { cycle: 2, points: 0, unlocks: ['1:1000'] },
        { cycle: 2, points: 300, unlocks: ['2:250'] },
        { cycle: 2, points: 250, unlocks: [] },
      ],
    },
    {
      what: '3.6 deficits are of the current cycle only, and nothing unlocks twice in it',
      series: repeat(null, true),
      rows: [1300, -100, 100],
      after: [
        { cycle: 2, points: 300, unlocks: ['1:250', '1:500', '1:1000', '2:250'], deficits: [] },
        { cycle: 2, points: 200, unlocks: [], deficits: [[250, 50]] },
        { cycle: 2, points: 300, unlocks: [], deficits: [] },
      ],
    },
  ])('$what', ({ series, rows, after }) => {
    expect(run(series, rows)).toMatchObject(after);
  });

  it('a row finishes at most 100 cycles; the rest is progress of the next and unlocks with the next row', () => {
    const series = seriesOf([10], 'series-1', { kind: 'repeat', maxCycles: null, carryOver: true });
    const [large, next] = run(series, [1055, 1]);
    expect(large).toMatchObject({ cycle: 101, points: 55 });
    expect(large!.unlocks).toHaveLength(100);
    expect(next).toMatchObject({ cycle: 106, points: 6 });
    expect(next!.unlocks).toEqual(['101:10', '102:10', '103:10', '104:10', '105:10']);
  });
});

describe('3.7 promote', () => {
  const series = climb({ kind: 'promote', programId: 'program-2' });

  it('is said once, by the row that reached the top; progress goes on as in stay', () => {
    const [first, top, more] = run(series, [600, 700, 1000]);
    expect(first!.promotion).toBeNull();
    expect(top).toMatchObject({ cycle: 1, points: 1300, unlocks: ['1:1000'] });
    const second = entryOf({ brandId: 'b', ambassadorId: 'a', seq: 2, seriesId: series.id, points: 700 });
    expect(top!.promotion).toMatchObject({ programId: 'program-2', by: { causeId: second.id } });
    expect(more).toMatchObject({ points: 2300, unlocks: [], promotion: null });
  });

  it('is not said again when points fall and return', () => {
    const steps = run(series, [1000, -500, 500]);
    expect(steps.map(step => step.promotion !== null)).toEqual([true, false, false]);
  });
});
