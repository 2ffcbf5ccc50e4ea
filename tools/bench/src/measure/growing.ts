import { slopeOf } from './statistics.js';

/** How many sales were on their way at an instant (seconds since the load began). */
export interface LagSample {
  readonly seconds: number;
  readonly lag: number;
}

/** Growth, as a part of the rate, over which a lag does not end: what a pause of a tenth of a second makes is less. */
const growing = 0.1;

export interface Lag {
  /** Over the last sixth of the time, in seconds' worth of sales. */
  readonly behind: number;
  /** Over the last two thirds, as a part of the rate: 0.2 is a system that takes four fifths of what comes. */
  readonly growth: number;
}

/** What lag under a load of `rate` a second comes to. The first third of the time is the way to a steady state. */
export function lagOf(samples: readonly LagSample[], rate: number): Lag {
  const end = samples.at(-1)?.seconds ?? 0;
  const steady = samples.filter(({ seconds }) => seconds >= end / 3);
  const late = samples.filter(({ seconds }) => seconds >= (end * 5) / 6);
  if (late.length === 0) return { behind: 0, growth: 0 };
  return {
    behind: late.reduce((sum, { lag }) => sum + lag, 0) / late.length / rate,
    growth: slopeOf(steady.map(({ seconds, lag }) => ({ x: seconds, y: lag }))) / rate,
  };
}

/** Whether it grows without end, by a tenth of the rate, and to more than `tolerated` seconds' worth. */
export function isGrowing({ behind, growth }: Lag, tolerated: number): boolean {
  return growth > growing && behind > tolerated;
}
