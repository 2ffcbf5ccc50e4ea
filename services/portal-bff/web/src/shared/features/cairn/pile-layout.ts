import { seeded } from './seeded.js';

export type StoneState = 'set' | 'next' | 'later';

/** A stone's place on the stage, in the stage's own units; (x, y) is its upper left corner. */
export interface PlacedStone {
  /** Index of the tier, from 0; also the seed of the stone's shape. */
  index: number;
  state: StoneState;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Pile {
  stones: PlacedStone[];
  width: number;
  height: number;
  /** Where the lowest stone stands. */
  ground: number;
  /** Set stones that the picture leaves out below, and ones to come that it leaves out above. */
  hiddenBelow: number;
  hiddenAbove: number;
}

export const STAGE_WIDTH = 360;
const MOST_SHOWN = 6;
const SET_SHOWN = 4;
const TALLEST = 300;
/** A stone sinks a little into the one below; the outline of one to come floats clear of it. */
const OVERLAP = { set: 4, next: 3, later: -4 };
const HEADROOM = 10;
const FOOTROOM = 20;

/**
 * Piles the stones of a series, lowest first: widest below, each a little off its neighbour's middle. Of more than
 * six tiers it shows the last four set ones, the next, and one to come. `centre` is the pile's middle (0 to 1).
 */
export function pileLayout(states: readonly StoneState[], centre = 0.5): Pile {
  const [from, to] = shownRange(states);
  const count = to - from;
  const widest = count > 3 ? 200 : 220;
  const taper = count > 4 ? (84 / widest) ** (1 / (count - 1)) : 0.77;
  const sizes = Array.from({ length: count }, (_, place) => stoneSize(from + place, widest * taper ** place));
  const overlap = (place: number) => (place === 0 ? 0 : OVERLAP[states[from + place] ?? 'later']);
  const natural = sizes.reduce((sum, size, place) => sum + size.height - overlap(place), 0);
  const squeeze = Math.min(1, TALLEST / natural);

  const height = natural * squeeze + HEADROOM + FOOTROOM;
  const ground = height - FOOTROOM;
  let bottom = ground;
  const stones = sizes.map(({ width, height: full }, place): PlacedStone => {
    const index = from + place;
    const stoneHeight = full * squeeze;
    const y = bottom - stoneHeight + overlap(place) * squeeze;
    bottom = y;
    const x = STAGE_WIDTH * centre - width / 2 + (place === 0 ? 0 : offset(index, width));
    return { index, state: states[index] ?? 'later', x, y, width, height: stoneHeight };
  });
  return { stones, width: STAGE_WIDTH, height, ground, hiddenBelow: from, hiddenAbove: states.length - to };
}

function shownRange(states: readonly StoneState[]): [from: number, to: number] {
  if (states.length <= MOST_SHOWN) return [0, states.length];
  const firstUnset = states.findIndex(state => state !== 'set');
  const set = firstUnset === -1 ? states.length : firstUnset;
  return [Math.max(0, set - SET_SHOWN), Math.min(states.length, Math.max(set + 2, 3))];
}

/** Lower stones are flat slabs, upper ones rounder pebbles. */
function stoneSize(index: number, width: number) {
  const random = seeded(index + 101);
  const jittered = width * (0.97 + random() * 0.06);
  const flatness = 0.31 + (1 - Math.min(1, width / 204)) * 0.36;
  return { width: jittered, height: jittered * flatness * (0.95 + random() * 0.1) };
}

function offset(index: number, width: number): number {
  const random = seeded(index + 211);
  return (index % 2 === 0 ? -1 : 1) * width * (0.03 + random() * 0.045);
}
