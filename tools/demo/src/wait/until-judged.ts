import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Api, ApiError } from '../http/api.js';
import { concurrently } from '../http/concurrently.js';
import type { PlannedEvent } from '../plan/plan.js';

const receipt = z.object({ status: z.string() });

/** How long nothing at all may be judged before the wait ends, in ms. */
const patience = 120_000;

/**
 * Waits until the last event of every ambassador has its receipt; theirs before it then have one too, since an
 * ambassador's events are judged in the order they were accepted (domain.md 2.16). Answers how many ambassadors are
 * still waiting when nothing has moved for two minutes: 0 when all went well.
 */
export async function untilJudged(
  api: Api,
  events: readonly PlannedEvent[],
  onJudged: (count: number) => void,
): Promise<number> {
  const last = new Map(events.map(event => [event.ambassador.externalId, event.id]));
  let movedAt = Date.now();
  let left = 0;
  await concurrently([...last.values()], 16, async eventId => {
    for (let interval = 50; !(await isJudged(api, eventId)); interval = Math.min(interval * 2, 1_000)) {
      if (Date.now() - movedAt > patience) {
        left++;
        return;
      }
      await pause(interval);
    }
    movedAt = Date.now();
    onJudged(1);
  });
  return left;
}

async function isJudged(api: Api, eventId: string): Promise<boolean> {
  try {
    const { status } = await api.get(`/api/v1/receipts/${encodeURIComponent(eventId)}`, receipt);
    return status !== 'accepted';
  } catch (error) {
    // The server has itself waited two seconds for an id that it does not know yet.
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}
