import type { Expected } from '../check/expected.js';
import { type DemoSurroundings, defaultPatience, type Wave } from '../demo-surroundings.js';
import type { Api } from '../http/api.js';
import type { Inbox } from '../http/inbox.js';
import type { PlannedEvent } from '../plan/plan.js';
import { type Sent, sendEvents } from '../send/send-events.js';
import { untilJudged } from './until-judged.js';
import { untilMailed } from './until-mailed.js';
import { awaited, untilRewarded } from './until-rewarded.js';

export interface SentAndJudged extends Sent {
  /** From the first call until the last receipt was there, ms. */
  throughAfter: number;
}

/** The brand as its events reach it and as it answers. */
export interface WaveRoutes {
  api: Api;
  ingestion: Api;
  inbox: Inbox;
  slug: string;
}

/**
 * Sends the sales, waits until all that comes of them is there, and sends the refunds. `afterSales`: what everybody
 * must have in between. Where something stands still it says so and goes on: the check will tell.
 */
export async function sendWaves(
  routes: WaveRoutes,
  plan: { sales: readonly PlannedEvent[]; refunds: readonly PlannedEvent[] },
  afterSales: Expected,
  surroundings: DemoSurroundings,
): Promise<SentAndJudged[]> {
  const { progress, patience = defaultPatience } = surroundings;
  const { api, inbox, slug } = routes;
  const sales = await sendAndWait(routes, 'sales', plan.sales, surroundings);
  const unlocks = afterSales.ambassadors.reduce((sum, ambassador) => sum + ambassador.unlocks.length, 0);
  await untilMailed(inbox, slug, unlocks, progress, patience);
  const people = awaited(afterSales.ambassadors, plan.refunds);
  progress.start('Rewards, by ambassador', people.length);
  const left = await untilRewarded(api, people, count => progress.advance(count), patience);
  progress.end();
  if (left > 0) progress.say(`${left} ambassadors still wait for a reward`);
  if (plan.refunds.length === 0) return [sales];
  return [sales, await sendAndWait(routes, 'refunds', plan.refunds, surroundings)];
}

/** Sends events and waits until each ambassador's last one is judged. */
async function sendAndWait(
  { api, ingestion }: WaveRoutes,
  wave: Wave,
  events: readonly PlannedEvent[],
  { progress, hooks, patience = defaultPatience }: DemoSurroundings,
): Promise<SentAndJudged> {
  const started = performance.now();
  progress.start(`Sending ${wave}`, events.length);
  const sent = await sendEvents(ingestion, events, {
    ...(hooks?.eventsACall && { eventsACall: hooks.eventsACall }),
    beforeCall: async count => await hooks?.beforeCall?.(wave, count, events.length),
    onSent: count => progress.advance(count),
  });
  progress.end();
  const rejected = new Set(sent.rejected.map(event => event.id));
  const taken = events.filter(event => !rejected.has(event.id));
  progress.start('Judged, by ambassador', new Set(taken.map(event => event.ambassador.externalId)).size);
  const left = await untilJudged(api, taken, count => progress.advance(count), patience);
  progress.end();
  if (left > 0) progress.say(`${left} ambassadors' last events have no receipt, and nothing moves`);
  const throughAfter = performance.now() - started;
  await hooks?.afterWave?.(wave);
  return { ...sent, throughAfter };
}
