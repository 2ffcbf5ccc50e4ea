import { describe, expect, it } from '@jest/globals';
import { type SimulatedSeries, simulateClimb } from './simulation.js';

const rows = (...points: number[]) => points.map((available, day) => ({ available, at: day + 1 }));

const thresholds = [250, 500, 1_000];

describe('3.4 to 3.7 a simulated climb', () => {
  it('walks the worked example of domain.md §3', () => {
    const series: SimulatedSeries = {
      thresholds,
      completion: { kind: 'repeat', carryOver: true, maxCycles: 2 },
    };
    const example = rows(240, 300, -60, 600, 1_000);
    const expected = [
      { unlocks: [0, 0, 0], standing: -1 },
      { unlocks: [1, 1, 0], standing: 1 },
      { unlocks: [1, 1, 0], standing: 1 },
      { unlocks: [1, 1, 1], standing: -1 },
      { unlocks: [2, 2, 2], standing: 2 },
    ];
    expected.forEach((after, index) => {
      expect(simulateClimb(example.slice(0, index + 1), series)).toMatchObject(after);
    });
    expect(simulateClimb(example, series)).toEqual({
      unlocks: [2, 2, 2],
      firstAt: [2, 2, 4],
      standing: 2,
      completions: 2,
      promoted: false,
    });
  });

  it.each<[string, SimulatedSeries['completion'], number[], object]>([
    ['stay: further points add up', { kind: 'stay' }, [1_000, 5_000], { unlocks: [1, 1, 1], completions: 1 }],
    [
      'repeat without carry-over begins at 0',
      { kind: 'repeat', carryOver: false, maxCycles: null },
      [1_900, 250],
      { unlocks: [2, 1, 1], standing: 0 },
    ],
    [
      'one row finishes several cycles',
      { kind: 'repeat', carryOver: true, maxCycles: null },
      [3_250],
      { unlocks: [4, 3, 3], standing: 0, completions: 3 },
    ],
    [
      'one row finishes 100 cycles at most, the rest unlocks with the next',
      { kind: 'repeat', carryOver: true, maxCycles: null },
      [101_000, 1],
      { completions: 101 },
    ],
    [
      'promote: what comes after does not count',
      { kind: 'promote' },
      [1_000, -900, 5_000],
      { unlocks: [1, 1, 1], promoted: true },
    ],
    [
      'a fall keeps what is unlocked',
      { kind: 'stay' },
      [500, -500, 260],
      { unlocks: [1, 1, 0], standing: 1 },
    ],
    ['nothing earned', { kind: 'stay' }, [], { unlocks: [0, 0, 0], standing: -1 }],
  ])('%s', (_name, completion, points, expected) => {
    expect(simulateClimb(rows(...points), { thresholds, completion })).toMatchObject(expected);
  });

  it('finishes no cycle without a row', () => {
    const completion = { kind: 'repeat', carryOver: true, maxCycles: null } as const;
    expect(simulateClimb(rows(101_000), { thresholds, completion }).completions).toBe(100);
  });

  it('time never runs backwards: a row that is known later counts no earlier than the one before it', () => {
    const late = [
      { available: 240, at: 10 },
      { available: 10, at: 3 },
    ];
    expect(simulateClimb(late, { thresholds, completion: { kind: 'stay' } }).firstAt[0]).toBe(10);
  });
});
