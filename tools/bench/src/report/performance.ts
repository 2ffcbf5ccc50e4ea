import { type FigureName, figures } from '../figures.js';
import type { Round } from '../measure/rounds.js';
import { spreadOf } from '../measure/statistics.js';
import type { Machine } from './machine.js';

/** Something that is no baseline, measured in the same rounds, for the scale. */
export interface Beside {
  readonly what: string;
  readonly rounds: readonly number[];
}

/** One entry of docs/performance.json. */
export interface PerformanceEntry {
  readonly figure: FigureName;
  readonly unit: string;
  /** Medians over the rounds. */
  readonly value: number;
  readonly baseline: number;
  /** value / baseline. */
  readonly ratio: number;
  /** The ratio that is to be kept; null: none is set. */
  readonly goal: number | null;
  readonly higherIsBetter: boolean;
  readonly rounds: readonly { readonly value: number; readonly baseline: number }[];
  readonly beside?: Beside;
  readonly machine: Machine;
  readonly date: string;
}

/** What the rounds of one figure come to. */
export function entryOf<Name extends FigureName>(
  figure: Name,
  rounds: readonly Round<Name>[],
  on: { readonly machine: Machine; readonly date: string },
  shown?: Beside,
): PerformanceEntry {
  const of = rounds.map(({ value, baseline }) => ({
    value: rounded(value[figure]),
    baseline: rounded(baseline[figure]),
  }));
  const value = spreadOf(of.map(round => round.value)).median;
  const baseline = spreadOf(of.map(round => round.baseline)).median;
  const { unit, goal, higherIsBetter } = figures[figure];
  const shownBeside = shown && { beside: { what: shown.what, rounds: shown.rounds.map(rounded) } };
  const ratio = Number((value / baseline).toFixed(3));
  return { figure, unit, value, baseline, ratio, goal, higherIsBetter, rounds: of, ...shownBeside, ...on };
}

/** Three digits after the point for what is small, none for what is large: more would be noise. */
function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toFixed(2));
}
