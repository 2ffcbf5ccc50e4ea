import { z } from 'zod';
import { type Api, ApiError } from '../http/api.js';
import type { PlannedEvent } from '../plan/plan.js';
import { untilAll } from './until-all.js';

const receipt = z.object({ status: z.string() });

/**
 * Waits until the last event of every ambassador has its receipt; theirs before it then have one too, since an
 * ambassador's events are judged in the order they were accepted (domain.md 2.16). Answers how many ambassadors are
 * still waiting when nothing has moved for `patience` ms: 0 when all went well.
 */
export async function untilJudged(
  api: Api,
  events: readonly PlannedEvent[],
  onJudged: (count: number) => void,
  patience: number,
): Promise<number> {
  const last = new Map(events.map(event => [event.ambassador.externalId, event.id]));
  return await untilAll([...last.values()], eventId => isJudged(api, eventId), onJudged, patience);
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
