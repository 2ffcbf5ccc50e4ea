import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryOf } from '../testing/entries.js';
import { seriesOf } from '../testing/tiers.js';
import { withDeficits } from './deficit.js';
import type { EntryEvent } from './entry.js';
import { type AmbassadorState, applyLedger, type UnlockInSeries } from './ledger-stream.js';
import type { Progress, SeriesNow } from './progress.js';

const at = '2026-11-01T10:00:00.200Z';
const nobody: AmbassadorState = { seq: 0, progress: new Map(), parked: [] };
const one = seriesOf([10, 25, 60], 'series-1');
const two = seriesOf([5, 40], 'series-2');
const known = (id: string): SeriesNow | undefined => [one, two].find(series => series.id === id);

const row = (seq: number, points: number, seriesId: string | null = one.id): EntryEvent =>
  entryOf({ brandId: 'b', ambassadorId: 'a', seq, points, seriesId });

function applyChunks(chunks: readonly (readonly EntryEvent[])[]) {
  let state = nobody;
  const unlocks: UnlockInSeries[] = [];
  for (const chunk of chunks) {
    const applied = applyLedger(state, chunk, known, at);
    state = applied.state;
    unlocks.push(...applied.unlocks);
  }
  return { state, unlocks };
}

describe('applyLedger', () => {
  it('2.16 drops what was seen', () => {
    const once = applyChunks([[row(1, 12), row(2, 3)]]);
    expect(
      applyChunks([
        [row(1, 12), row(2, 3)],
        [row(2, 3), row(1, 12)],
      ]),
    ).toEqual(once);
    expect(applyChunks([[row(1, 12), row(1, 12), row(2, 3)]])).toEqual(once);
  });

  it('parks what lies behind a gap, and applies it when the gap closes', () => {
    const first = applyLedger(nobody, [row(1, 3), row(3, 4), row(4, 5)], known, at);
    expect(first.state.seq).toBe(1);
    expect(first.newlyParked.map(({ event, because }) => [event.data.seq, because])).toEqual([
      [3, 'gap'],
      [4, 'gap'],
    ]);
    const again = applyLedger(first.state, [row(3, 4)], known, at);
    expect(again.newlyParked).toEqual([]);
    const healed = applyLedger(again.state, [row(2, 3)], known, at);
    expect(healed.unparked).toEqual([3, 4]);
    expect(healed.state).toMatchObject({ seq: 4, parked: [] });
    expect(healed.state.progress.get(one.id)!.points).toBe(15);
    expect(healed.unlocks.map(unlock => [unlock.tier.threshold, unlock.by.entryId])).toEqual([
      [10, row(3, 4).data.entryId],
    ]);
  });

  it.each([
    ['counts in its series, below zero too', [row(1, 3), row(2, -5)], { seq: 2, points: -2 }],
    [
      'counts in none without one, and the next row follows it',
      [row(1, 3), row(2, 9, null), row(3, 1)],
      { seq: 3, points: 4 },
    ],
    ['unlocks what it reaches', [row(1, 12)], { seq: 1, points: 12 }],
  ])('2.10 an adjustment %s', (_, rows, expected) => {
    const adjustments = rows.map(event => ({
      ...event,
      data: { ...event.data, kind: 'adjustment' as const },
    }));
    const { state } = applyChunks([adjustments]);
    expect({ seq: state.seq, points: state.progress.get(one.id)!.points }).toEqual(expected);
    expect(state.parked).toEqual([]);
  });

  it('parks a row of a series that is not known, and all that follow it', () => {
    const applied = applyLedger(nobody, [row(1, 3), row(2, 3, 'elsewhere'), row(3, 3)], known, at);
    expect(applied.state.seq).toBe(1);
    expect(applied.newlyParked.map(({ because }) => because)).toEqual(['unknown_series', 'gap']);
  });

  it('2.10 a row without a series counts in none and is passed', () => {
    const applied = applyLedger(nobody, [row(1, 100, null), row(2, 3)], known, at);
    expect(applied.state.seq).toBe(2);
    expect([...applied.touched.keys()]).toEqual([one.id]);
    expect(applied.state.progress.get(one.id)!.points).toBe(3);
  });

  it('2.17 each series counts its own rows', () => {
    const { state } = applyChunks([[row(1, 7), row(2, 9, two.id), row(3, -2)]]);
    expect([...state.progress].map(([id, progress]) => [id, progress.points])).toEqual([
      [one.id, 5],
      [two.id, 9],
    ]);
  });

  it('3.7 in the new program’s series who was there before goes on from there, anybody else begins at 0', () => {
    const promoting = { ...one, completion: { kind: 'promote' as const, programId: 'p2' } };
    const top = promoting.tiers.at(-1)!.threshold;
    const seriesOf = (id: string) => (id === one.id ? promoting : two);
    const run = (rows: EntryEvent[]) =>
      applyLedger({ seq: 0, progress: new Map(), parked: [] }, rows, seriesOf, at);
    const before = run([row(1, 4, two.id), row(2, top), row(3, 2, two.id)]);
    expect(before.promotions).toMatchObject([{ seriesId: one.id, programId: 'p2' }]);
    expect(before.state.progress.get(two.id)).toMatchObject({ cycle: 1, points: 6 });
    const fresh = run([row(1, top), row(2, 2, two.id)]);
    expect(fresh.state.progress.get(two.id)).toMatchObject({ cycle: 1, points: 2 });
  });

  it('2.17 a release counts in the series of its original, when it is applied', () => {
    const held = entryOf({
      brandId: 'b',
      ambassadorId: 'a',
      seq: 1,
      seriesId: one.id,
      points: 7,
      held: true,
    });
    const released = row(3, 7);
    const release = {
      ...released,
      data: { ...released.data, kind: 'release' as const, pendingDelta: -7 },
    };
    const { state } = applyChunks([[held, row(2, 9, two.id), release]]);
    expect(state.progress.get(one.id)).toMatchObject({ points: 7, pending: 0 });
    expect(state.progress.get(two.id)).toMatchObject({ points: 9 });
  });

  const ledger = fc
    .array(
      fc.record({
        points: fc.integer({ min: -30, max: 40 }),
        held: fc.boolean(),
        seriesId: fc.constantFrom(one.id, two.id, null),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map(rows =>
      rows.map((of, index) => entryOf({ brandId: 'b', ambassadorId: 'a', seq: index + 1, ...of })),
    );

  it('3.4, 3.5 any order, duplication and split of the rows gives the same state and unlocks', () => {
    fc.assert(
      fc.property(
        ledger.chain(rows =>
          fc.record({
            rows: fc.constant(rows),
            sent: fc
              .array(fc.constantFrom(...rows), { maxLength: 20 })
              .chain(extra =>
                fc.shuffledSubarray([...rows, ...extra], { minLength: rows.length + extra.length }),
              ),
            cuts: fc.array(fc.nat({ max: 50 }), { maxLength: 8 }),
          }),
        ),
        ({ rows, sent, cuts }) => {
          expect(applyChunks(split(sent, cuts))).toEqual(applyChunks([rows]));
        },
      ),
    );
  });

  /** What is told of a series in order: unlocks, and under which tiers progress stands wherever that changes. */
  const told = (chunks: readonly (readonly EntryEvent[])[], series: SeriesNow) => {
    const lines: string[] = [];
    let state = nobody;
    let under = '';
    const say = (progress: Progress, unlocks: readonly UnlockInSeries[]) => {
      const now = withDeficits(progress, series.tiers)
        .filter(tier => tier.deficit > 0)
        .map(tier => tier.tierId)
        .join(' ');
      if (now !== under) lines.push(`under ${now}`);
      under = now;
      lines.push(...unlocks.map(unlock => `unlocks ${unlock.tier.id} in ${unlock.cycle}`));
    };
    for (const chunk of chunks) {
      const applied = applyLedger(state, chunk, known, at);
      state = applied.state;
      if (!applied.touched.has(series.id)) continue;
      const unlocks = applied.unlocks.filter(unlock => unlock.seriesId === series.id);
      let before = 0;
      for (const { seriesId, progress, unlocked } of applied.moments) {
        if (seriesId !== series.id) continue;
        say(progress, unlocks.slice(before, unlocked));
        before = unlocked;
      }
      say(state.progress.get(series.id)!, unlocks.slice(before));
    }
    return lines;
  };

  it('3.6 a deficit is told however short it was, after the unlock that it is of, in any split', () => {
    const rows = [row(1, 12), row(2, -5), row(3, 5), row(4, -1), row(5, -3)];
    const [tier] = one.tiers;
    const all = [`unlocks ${tier!.id} in 1`, `under ${tier!.id}`, 'under ', `under ${tier!.id}`];
    expect(told([rows], one)).toEqual(all);
    expect(applyLedger(nobody, rows, known, at).moments.map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(applyLedger(nobody, [row(1, 12), row(2, 20)], known, at).moments).toEqual([]);
    fc.assert(
      fc.property(ledger, fc.array(fc.nat({ max: 50 }), { maxLength: 8 }), (drawn, cuts) => {
        for (const series of [one, two])
          expect(told(split(drawn, cuts), series)).toEqual(
            told(
              drawn.map(each => [each]),
              series,
            ),
          );
      }),
    );
  });

  it('3.4, 3.5 the state is what the rows say: sums, and each tier the moment its threshold was met', () => {
    fc.assert(
      fc.property(ledger, rows => {
        const { state, unlocks } = applyChunks([rows]);
        for (const series of [one, two]) {
          const own = rows.filter(entry => entry.data.seriesId === series.id);
          const sums = own.map((_, index) =>
            own.slice(0, index + 1).reduce((sum, entry) => sum + entry.data.availableDelta, 0),
          );
          expect(state.progress.get(series.id)?.points ?? 0).toBe(sums.at(-1) ?? 0);
          const reached = series.tiers.flatMap(tier => {
            const first = sums.findIndex(sum => sum >= tier.threshold);
            return first < 0 ? [] : [[tier.threshold, own[first]!.data.entryId]];
          });
          expect(
            unlocks
              .filter(unlock => unlock.seriesId === series.id)
              .map(unlock => [unlock.tier.threshold, unlock.by.entryId]),
          ).toEqual(reached);
        }
      }),
    );
  });
});

function split(rows: readonly EntryEvent[], cuts: readonly number[]): EntryEvent[][] {
  const places = [0, ...cuts.map(cut => cut % (rows.length + 1)), rows.length].sort((a, b) => a - b);
  return places.slice(1).map((place, index) => rows.slice(places[index], place));
}
