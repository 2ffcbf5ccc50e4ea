/** A row that counts in a simulated series. */
export interface SimulatedRow {
  /** Points. */
  available: number;
  /** Milliseconds since the epoch: when its points were there to be used. */
  at: number;
}

export interface SimulatedSeries {
  /** Points, ascending. */
  thresholds: readonly number[];
  completion:
    | { kind: 'stay' }
    | { kind: 'promote' }
    | { kind: 'repeat'; maxCycles: number | null; carryOver: boolean };
}

/** How one ambassador would have gone through a series. */
export interface SimulatedClimb {
  /** Times that each tier unlocks, over all cycles. */
  unlocks: number[];
  /** When each tier unlocks first, milliseconds since the epoch; null where it does not. */
  firstAt: (number | null)[];
  /** Place of the highest tier that is unlocked in the cycle they end in; −1 below the first. */
  standing: number;
  /** Times that the last tier unlocks. */
  completions: number;
  /** They would have been promoted out of the programs: what they did afterwards does not count. */
  promoted: boolean;
}

/** Cycles that one row may finish (domain.md 3.7). */
const mostCycles = 100;

/**
 * One ambassador's rows, in the order of their ledger, through a series that never paused (domain.md 3.4 to 3.7): tiers
 * unlock once a cycle, ascending, and stay unlocked however far progress falls.
 */
export function simulateClimb(rows: readonly SimulatedRow[], series: SimulatedSeries): SimulatedClimb {
  const { thresholds, completion } = series;
  const climb: SimulatedClimb = {
    unlocks: thresholds.map(() => 0),
    firstAt: thresholds.map(() => null),
    standing: -1,
    completions: 0,
    promoted: false,
  };
  let [cycle, points, at] = [1, 0, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    points += row.available;
    at = Math.max(at, row.at);
    for (let finished = 0; finished < mostCycles; finished++) {
      const before = climb.standing;
      while (climb.standing + 1 < thresholds.length && points >= thresholds[climb.standing + 1]!) {
        climb.standing++;
        climb.unlocks[climb.standing]!++;
        climb.firstAt[climb.standing] ??= at;
      }
      if (climb.standing === before || climb.standing !== thresholds.length - 1) break;
      climb.completions++;
      if (completion.kind === 'promote') return { ...climb, promoted: true };
      if (completion.kind === 'stay' || cycle === completion.maxCycles) break;
      cycle++;
      points = completion.carryOver ? points - thresholds.at(-1)! : 0;
      climb.standing = -1;
    }
  }
  return climb;
}
