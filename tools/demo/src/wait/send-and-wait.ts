import type { Api } from '../http/api.js';
import type { PlannedEvent } from '../plan/plan.js';
import type { Progress } from '../report/progress.js';
import { type Sent, sendEvents } from '../send/send-events.js';
import { untilJudged } from './until-judged.js';

export interface SentAndJudged extends Sent {
  /** From the first call until the last receipt was there, ms. */
  throughAfter: number;
}

/** Sends events and waits until each ambassador's last one is judged. Where the judging stands still it says so, and the check will tell. */
export async function sendAndWait(
  api: Api,
  ingestion: Api,
  what: string,
  events: readonly PlannedEvent[],
  progress: Progress,
): Promise<SentAndJudged> {
  const started = performance.now();
  progress.start(`Sending ${what}`, events.length);
  const sent = await sendEvents(ingestion, events, count => progress.advance(count));
  progress.end();
  const rejected = new Set(sent.rejected.map(event => event.id));
  const taken = events.filter(event => !rejected.has(event.id));
  progress.start('Judged, by ambassador', new Set(taken.map(event => event.ambassador.externalId)).size);
  const left = await untilJudged(api, taken, count => progress.advance(count));
  progress.end();
  if (left > 0)
    progress.say(`${left} ambassadors' last events have no receipt after two minutes without progress`);
  return { ...sent, throughAfter: performance.now() - started };
}
