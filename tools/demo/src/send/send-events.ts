import { z } from 'zod';
import { type Api, ApiError } from '../http/api.js';
import type { PlannedEvent } from '../plan/plan.js';
import { lanesOf } from './lanes.js';

const width = 4;

const answer = z.object({
  accepted: z.int(),
  rejected: z.array(
    z.object({ index: z.int(), id: z.string().nullable(), code: z.string(), errors: z.unknown() }),
  ),
});

export interface RejectedEvent {
  id: string;
  code: string;
  errors: string;
}

export interface Sent {
  sent: number;
  accepted: number;
  rejected: RejectedEvent[];
  /** From the first call to the last answer, ms. */
  took: number;
}

/** `beforeCall` is awaited before each call, with the events sent so far; `onSent` hears of each array's. */
interface Sending {
  eventsACall?: number;
  beforeCall: (sent: number) => Promise<void>;
  onSent: (count: number) => void;
}

/**
 * Sends events to POST /v1/events in arrays of up to `eventsACall`, four calls at a time, each ambassador's in order. A 429 or
 * 503 is waited out and the array sent again: what had been taken of it counts once.
 */
export async function sendEvents(
  ingestion: Api,
  events: readonly PlannedEvent[],
  { eventsACall = 500, beforeCall, onSent }: Sending,
): Promise<Sent> {
  const result: Sent = { sent: 0, accepted: 0, rejected: [], took: 0 };
  const started = performance.now();
  const sendLane = async (lane: PlannedEvent[]) => {
    for (let start = 0; start < lane.length; start += eventsACall) {
      const batch = lane.slice(start, start + eventsACall);
      await beforeCall(result.sent);
      const body = await send(ingestion, batch);
      result.sent += batch.length;
      result.accepted += body.accepted;
      for (const { index, id, code, errors } of body.rejected) {
        result.rejected.push({ id: id ?? batch[index]?.id ?? '?', code, errors: JSON.stringify(errors) });
      }
      onSent(batch.length);
    }
  };
  await Promise.all(lanesOf(events, width).map(sendLane));
  result.took = performance.now() - started;
  return result;
}

async function send(ingestion: Api, batch: PlannedEvent[]): Promise<z.infer<typeof answer>> {
  try {
    return (await ingestion.call({ method: 'POST', path: '/v1/events', body: batch, answer })).body;
  } catch (error) {
    // One bad event sent alone is a 400 and not a 202 with a rejection.
    if (!(error instanceof ApiError) || error.status !== 400 || batch.length > 1) throw error;
    return {
      accepted: 0,
      rejected: [{ index: 0, id: null, code: error.code ?? '400', errors: error.message }],
    };
  }
}
