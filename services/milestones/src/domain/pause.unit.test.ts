import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EntryOf, entryOf } from '../testing/entries.js';
import { seriesOf } from '../testing/tiers.js';
import { applyEntry, beginning, type Progress, type SeriesNow, settle, type Unlock } from './progress.js';

const at = '2026-11-01T10:00:00.200Z';
const climb = seriesOf([250, 500, 1000]);
const paused: SeriesNow = { ...climb, phase: 'paused' };
const ended: SeriesNow = { ...climb, phase: 'ended' };

const entry = (seq: number, points: number, of: Partial<EntryOf> = {}) =>
  entryOf({ brandId: 'b', ambassadorId: 'a', seq, seriesId: climb.id, points, ...of });

/** Rows in a pause, after `before` points. */
function collected(rows: readonly (readonly [points: number, quiet?: boolean])[], before = 0): Progress {
  const start = before === 0 ? beginning : applyEntry(beginning, entry(1, before), climb, at).progress;
  return rows.reduce((progress, [points, quiet], index) => {
    const step = applyEntry(progress, entry(index + 2, points, { quiet: quiet ?? false }), paused, at);
    expect(step.unlocks).toEqual([]);
    return step.progress;
  }, start);
}

const thresholds = (unlocks: readonly Unlock[]) => unlocks.map(unlock => unlock.tier.threshold);

describe('3.2 a pause', () => {
  it('collects; at the resume what was reached unlocks ascending, by the row that was collected last', () => {
    const waiting = collected([[300], [250]]);
    expect(waiting.points).toBe(550);
    const step = settle(waiting, climb, at);
    expect(thresholds(step.unlocks)).toEqual([250, 500]);
    expect(step.unlocks.map(unlock => unlock.by.entryId)).toEqual([
      entry(3, 250).data.entryId,
      entry(3, 250).data.entryId,
    ]);
    expect(settle(step.progress, climb, at).unlocks).toEqual([]);
  });

  it('is judged at its resume: what a refund took back meanwhile does not unlock', () => {
    expect(settle(collected([[300], [-100]]), climb, at).unlocks).toEqual([]);
  });

  it('is over for the next row even if that comes first, and a refund does not undo what the resume unlocks', () => {
    const step = applyEntry(collected([[300]]), entry(9, -100), climb, at);
    expect(thresholds(step.unlocks)).toEqual([250]);
    expect(step.progress).toMatchObject({ points: 200, collected: null });
    expect(thresholds(applyEntry(collected([[300]]), entry(9, 200), climb, at).unlocks)).toEqual([250, 500]);
  });

  it('that ends with the series is resumed first', () => {
    expect(thresholds(settle(collected([[300]]), ended, at).unlocks)).toEqual([250]);
    expect(thresholds(applyEntry(collected([[300]]), entry(9, -100), ended, at).unlocks)).toEqual([250]);
  });

  it('that goes on keeps what it collected', () => {
    const waiting = collected([[300]]);
    expect(settle(waiting, paused, at)).toMatchObject({ progress: waiting, unlocks: [] });
  });

  it('may finish cycles at the resume, and promote', () => {
    const again = settle(
      collected([[1300]]),
      { ...climb, completion: { kind: 'repeat', maxCycles: null, carryOver: true } },
      at,
    );
    expect(again.unlocks.map(unlock => [unlock.cycle, unlock.tier.threshold])).toEqual([
      [1, 250],
      [1, 500],
      [1, 1000],
      [2, 250],
    ]);
    const up = settle(
      collected([[1300]]),
      { ...climb, completion: { kind: 'promote', programId: 'p2' } },
      at,
    );
    expect(up.promotion).toMatchObject({ programId: 'p2', by: { entryId: entry(2, 1300).data.entryId } });
  });

  it.each([
    { rows: [[300, true]], quiet: true },
    {
      rows: [
        [100, true],
        [200, true],
      ],
      quiet: true,
    },
    {
      rows: [
        [100, false],
        [200, true],
      ],
      quiet: false,
    },
    {
      rows: [
        [200, true],
        [100, false],
      ],
      quiet: false,
    },
    {
      rows: [
        [300, true],
        [-10, false],
      ],
      quiet: true,
    },
  ] as const)('1.6 is quiet only where every row that added points is: $rows', ({ rows, quiet }) => {
    expect(settle(collected(rows), climb, at).unlocks[0]!.by.quiet).toBe(quiet);
  });

  it('gives the same unlocks whether the resume comes by itself or with the next row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -400, max: 600 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -400, max: 600 }),
        fc.constantFrom(climb, ended),
        (rows, next, series) => {
          const waiting = collected(rows.map(points => [points] as const));
          const walked = settle(waiting, series, at);
          const then = applyEntry(walked.progress, entry(20, next), series, at);
          const together = applyEntry(waiting, entry(20, next), series, at);
          expect(together.progress).toEqual(then.progress);
          expect(together.unlocks).toEqual([...walked.unlocks, ...then.unlocks]);
        },
      ),
    );
  });
});
