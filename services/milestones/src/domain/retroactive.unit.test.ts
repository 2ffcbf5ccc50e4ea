import { describe, expect, it } from '@jest/globals';
import { entryOf } from '../testing/entries.js';
import { seriesOf, tierOf } from '../testing/tiers.js';
import { withDeficits } from './deficit.js';
import type { RowMark } from './entry.js';
import {
  applyEntry,
  beginning,
  type Progress,
  type RetroactivePublish,
  type SeriesNow,
  settle,
} from './progress.js';

const at = '2026-11-01T10:00:00.000Z';
const publishMark: RowMark = {
  causeId: 'publish',
  correlationId: 'publish',
  acceptedAt: at,
  entryId: null,
  programId: null,
  quiet: false,
};

type Completion = SeriesNow['completion'];

/** The same tiers in every version, each where its threshold now is. */
const ladder = (thresholds: readonly number[]) =>
  thresholds.map((threshold, place) => ({ ...tierOf(threshold), id: `tier ${place}` }));

const versionOf = (version: number, thresholds: number[], completion: Completion = { kind: 'stay' }) => ({
  ...seriesOf(thresholds, 's', completion),
  tiers: ladder(thresholds),
  version,
});

const publishOf = (
  version: number,
  thresholds: number[],
  completion: Completion = { kind: 'stay' },
  more: Partial<RetroactivePublish> = {},
): RetroactivePublish => ({
  version,
  name: `Version ${version}`,
  tiers: ladder(thresholds),
  completion,
  by: publishMark,
  promotesTop: false,
  waits: false,
  ...more,
});

/** A series whose current version was published retroactively. */
const after = (publish: RetroactivePublish, more: Partial<SeriesNow> = {}): SeriesNow => ({
  ...versionOf(
    publish.version,
    publish.tiers.map(tier => tier.threshold),
    publish.completion,
  ),
  retroactive: [publish],
  ...more,
});

let seq = 0;
const row = (points: number, quiet = false) =>
  entryOf({ brandId: 'b', ambassadorId: 'a', seq: ++seq, seriesId: 's', points, quiet });
const climbed = (series: SeriesNow, ...points: number[]): Progress =>
  points.reduce((progress, by) => applyEntry(progress, row(by), series, at).progress, beginning);
const reached = (step: { unlocks: { tier: { threshold: number }; cycle: number }[] }) =>
  step.unlocks.map(({ tier, cycle }) => `${cycle}: ${tier.threshold}`);

const first = versionOf(1, [250, 500, 1000]);

describe('3.8 a retroactive publish', () => {
  it('3.8 lowering a threshold unlocks at once for those who now meet it, with the publish as its cause', () => {
    const step = settle(climbed(first, 460), after(publishOf(2, [250, 450, 1000])), at);
    expect(reached(step)).toEqual(['1: 450']);
    expect(step.unlocks[0]).toMatchObject({
      version: 2,
      seriesName: 'Version 2',
      by: publishMark,
      points: 460,
    });
  });

  it('3.5 a second time it gives nothing', () => {
    const series = after(publishOf(2, [250, 450, 1000]));
    const once = settle(climbed(first, 460), series, at);
    expect(settle(once.progress, series, at)).toEqual({ ...once, unlocks: [], settled: [] });
  });

  it('comes before the next row, so a refund right after it takes nothing away', () => {
    const step = applyEntry(climbed(first, 460), row(-100), after(publishOf(2, [250, 450, 1000])), at);
    expect(reached(step)).toEqual(['1: 450']);
    expect(step.progress.points).toBe(360);
  });

  it('3.8 without it the tier unlocks with the next row, if progress is still there', () => {
    const lowered = versionOf(2, [250, 450, 1000]);
    expect(reached(settle(climbed(first, 460), lowered, at))).toEqual([]);
    expect(reached(applyEntry(climbed(first, 460), row(0), lowered, at))).toEqual(['1: 450']);
    expect(reached(applyEntry(climbed(first, 460), row(-100), lowered, at))).toEqual([]);
  });

  it('3.8 raising never takes a tier away, and puts nobody into a deficit', () => {
    const raised = after(publishOf(2, [250, 700, 1000]));
    const step = settle(climbed(first, 560), raised, at);
    expect(reached(step)).toEqual([]);
    expect(withDeficits(step.progress, raised.tiers).map(tier => tier.deficit)).toEqual([0, 0]);
    const refunded = applyEntry(step.progress, row(-100), raised, at).progress;
    expect(withDeficits(refunded, raised.tiers).map(tier => tier.deficit)).toEqual([0, 40]);
    expect(reached(applyEntry(refunded, row(400), raised, at))).toEqual([]);
  });

  it('3.8 a tier that was taken out stays with those who have it', () => {
    const [bronze, , gold] = ladder([250, 500, 1000]);
    const tiers = [bronze!, gold!];
    const removed = { ...publishOf(2, []), tiers };
    const series = { ...versionOf(2, []), tiers, retroactive: [removed] };
    const step = settle(climbed(first, 560), series, at);
    expect(reached(step)).toEqual([]);
    expect(step.progress.unlocked.map(tier => tier.threshold)).toEqual([250, 500]);
  });

  it('two of them, of which the first was late, are judged each by its version', () => {
    const series: SeriesNow = {
      ...versionOf(3, [250, 700, 1000]),
      retroactive: [publishOf(2, [250, 450, 1000]), publishOf(3, [250, 700, 1000])],
    };
    const step = applyEntry(climbed(first, 460), row(-50), series, at);
    expect(step.unlocks).toMatchObject([{ version: 2, tier: { threshold: 450 } }]);
    expect(step.progress.version).toBe(3);
  });
});

describe('3.2 a retroactive publish and a pause', () => {
  const inPause = publishOf(2, [250, 450, 1000], { kind: 'stay' }, { waits: true });

  it('3.2 published in the pause it waits for the resume', () => {
    const paused = after(inPause, { phase: 'paused' });
    expect(reached(settle(climbed(first, 460), paused, at))).toEqual([]);
    const step = settle(climbed(first, 460), after({ ...inPause, waits: false }), at);
    expect(reached(step)).toEqual(['1: 450']);
  });

  it('published before the pause it comes although it is late', () => {
    const paused = after(publishOf(2, [250, 450, 1000]), { phase: 'paused' });
    expect(reached(applyEntry(climbed(first, 460), row(-100), paused, at))).toEqual(['1: 450']);
  });

  it('1.6 what the pause collected comes first, quiet as it was', () => {
    const paused = after(inPause, { phase: 'paused' });
    const collected = applyEntry(climbed(first, 240), row(30, true), paused, at).progress;
    const step = settle(collected, after({ ...inPause, waits: false }), at);
    expect(step.unlocks).toMatchObject([{ tier: { threshold: 250 }, by: { quiet: true } }]);
    expect(step.settled.map(one => one.kind)).toEqual(['resume', 'retroactive']);
  });

  it('3.10 published before the end it comes after it, whatever adds points', () => {
    const ended = after(publishOf(2, [250, 450, 1000]), { phase: 'ended' });
    expect(reached(applyEntry(climbed(first, 460), row(-100), ended, at))).toEqual(['1: 450']);
  });
});

describe('3.7 completion at a retroactive publish', () => {
  const again = (carryOver: boolean, maxCycles: number | null = null): Completion => ({
    kind: 'repeat',
    carryOver,
    maxCycles,
  });
  const promote: Completion = { kind: 'promote', programId: 'big' };

  it.each<[string, number, number[], Completion, string[], number, number]>([
    ['a lowered last tier, stay', 900, [250, 500, 800], { kind: 'stay' }, ['1: 800'], 1, 900],
    ['a lowered last tier, repeat', 900, [250, 500, 800], again(false), ['1: 800'], 2, 0],
    ['a lowered last tier, carried over', 900, [250, 500, 600], again(true), ['1: 600', '2: 250'], 2, 300],
    ['a removed last tier, repeat', 600, [250, 500], again(true), [], 2, 100],
    [
      'a removed last tier, several cycles',
      900,
      [200, 250],
      again(true),
      ['2: 200', '2: 250', '3: 200', '3: 250'],
      4,
      150,
    ],
    ['stay becomes repeat', 1_100, [250, 500, 1_000], again(true), [], 2, 100],
    ['no more cycles', 1_100, [250, 500, 1_000], again(true, 1), [], 1, 1_100],
    ['not in a deficit at the top', -1, [250, 500], again(true), [], 1, 499],
  ])('%s', (_, points, thresholds, completion, unlocks, cycle, left) => {
    const start = points < 0 ? climbed(first, 600, -101) : climbed(first, points);
    const step = settle(start, after(publishOf(2, thresholds, completion)), at);
    expect(reached(step)).toEqual(unlocks);
    expect(step.progress).toMatchObject({ cycle, points: left });
  });

  it('3.7 promotes at the publish whom a lowered last tier unlocks', () => {
    const step = settle(climbed(first, 900), after(publishOf(2, [250, 500, 800], promote)), at);
    expect(step.promotion).toEqual({ programId: 'big', by: publishMark });
  });

  it.each([
    [true, { programId: 'big', by: publishMark }],
    [false, null],
  ])(
    'whoever was at the top already is promoted where the version made it so: %s',
    (promotesTop, promotion) => {
      const publish = publishOf(2, [250, 500, 1000], promote, { promotesTop });
      expect(settle(climbed(first, 1_200), after(publish), at).promotion).toEqual(promotion);
    },
  );

  it('with the next row nobody is promoted a second time', () => {
    const promotes = versionOf(2, [250, 500, 1000], promote);
    expect(applyEntry(climbed(first, 1_200), row(10), promotes, at).promotion).toBeNull();
  });
});
