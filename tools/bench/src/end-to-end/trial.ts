import { setTimeout as pause } from 'node:timers/promises';
import { openLoopAnswer } from '../load/open-loop-types.js';
import { isGrowing, type LagSample, lagOf } from '../measure/growing.js';
import type { Programs } from '../stack/programs.js';
import { until } from '../stack/until.js';
import type { Path } from './path.js';

export interface Trial {
  readonly rate: number;
  readonly seconds: number;
  readonly ambassadors: readonly string[];
  /** Measure latency by open streams. */
  readonly watch: boolean;
  readonly limits: Limits;
}

/** What a rate may cost and still hold. */
export interface Limits {
  /** Seconds' worth of sales that may be on their way before a lag that grows counts as one. */
  readonly lag: number;
  /** Milliseconds that the generator itself may be late. */
  readonly late: number;
  /** Milliseconds after the load in which every consumer group has caught up, commits each second included. */
  readonly caughtUp: number;
}

export interface TrialResult {
  readonly held: boolean;
  /** Why it did not hold; null when it did. */
  readonly because: string | null;
  /** Consumer groups with the most lag when the load ended. */
  readonly behind: readonly { readonly of: string; readonly lag: number }[];
  readonly latencies: readonly number[];
}

/** Milliseconds between looks at the read model. */
const lookEvery = 250;
/** Milliseconds for what a trial left behind, before the next begins. */
const drainLimit = 120_000;
let run = 0;

/** Sends at a fixed rate for a while, looks whether lag grows, and waits until all of it has arrived. */
export async function tryRate(programs: Programs, path: Path, trial: Trial): Promise<TrialResult> {
  const { rate, seconds, ambassadors, watch, limits } = trial;
  const before = await path.arrived();
  const looks: { at: number; arrived: number }[] = [];
  let loading = true;
  const looking = (async () => {
    while (loading) {
      looks.push({ at: Date.now(), arrived: (await path.arrived()) - before });
      await pause(lookEvery);
    }
  })();
  const load = {
    ...{ url: path.url, headers: path.headers, rate, seconds, ambassadors },
    prefix: `end-to-end-${process.pid}-${run++}`,
    watched: watch ? path.streams : [],
  };
  const answer = await programs.run('load/open-loop', load, openLoopAnswer).finally(() => {
    loading = false;
  });
  await looking;
  const ended = Date.now();
  const behind = (await path.lag()).filter(({ lag }) => lag > 0).sort((a, b) => b.lag - a.lag);
  const what = `${answer.sent} sales to arrive at ${path.url}`;
  await until(what, async () => (await path.arrived()) - before >= answer.accepted, { limit: drainLimit });
  await until(
    'the consumer groups to catch up',
    async () => (await path.lag()).every(({ lag }) => lag === 0),
    { limit: drainLimit, every: 100 },
  );
  const caughtUp = Date.now() - ended;
  const lags = looks
    .map(({ at, arrived }) => lagAt(at, arrived, answer.startedAt, rate))
    .filter(({ seconds: after }) => after >= 0 && after <= seconds);
  const because = reasonAgainst(answer, lags, rate, caughtUp, limits);
  return { held: because === null, because, behind, latencies: answer.latencies };
}

function lagAt(at: number, arrived: number, startedAt: number, rate: number): LagSample {
  const seconds = (at - startedAt) / 1000;
  return { seconds, lag: seconds * rate - arrived };
}

function reasonAgainst(
  { sent, accepted, late, unseen }: { sent: number; accepted: number; late: number; unseen: number },
  lags: readonly LagSample[],
  rate: number,
  caughtUp: number,
  limits: Limits,
): string | null {
  if (accepted < sent) return `${sent - accepted} of ${sent} POSTs were not accepted`;
  if (late > limits.late) return `the load generator was ${Math.round(late)} ms late itself`;
  if (unseen > 0) return `${unseen} sales were never shown`;
  const lag = lagOf(lags, rate);
  if (isGrowing(lag, limits.lag))
    return `lag grew by ${Math.round(lag.growth * 100)} % of it, to ${lag.behind.toFixed(1)} s`;
  if (caughtUp > limits.caughtUp) return `the consumer groups caught up only after ${caughtUp} ms`;
  return null;
}
