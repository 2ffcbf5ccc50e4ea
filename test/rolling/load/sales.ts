import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedEvent } from '@cairn/demo/plan/plan';
import { lanesOf } from '@cairn/demo/send/lanes';
import { z } from 'zod';
import { Client } from './client.js';
import type { Requests } from './requests.js';

const lanes = 6;

/** Milliseconds from a lane's answer to its next call, and from one line of a stream to the next. */
const between = 100;

/** Events that are sent together: most alone, some in an array, some as a stream of lines that takes half a second. */
const sizes = [1, 1, 1, 1, 3, 1, 1, 1, 1, 5] as const;
const streamed = 5;
/** What is left when nobody restarts any more. */
const rest = 200;

const answer = z.object({ accepted: z.int(), rejected: z.array(z.unknown()).length(0) });

/**
 * Sends every event, each ambassador's in order, and then again what was sent before, which changes nothing, until the
 * signal says that it is enough.
 */
export async function sendSales(
  origin: string,
  apiKey: string,
  events: readonly PlannedEvent[],
  requests: Requests,
  enough: AbortSignal,
): Promise<void> {
  await Promise.all(
    lanesOf(events, lanes).map(async lane => {
      const client = new Client(origin, apiKey, requests);
      let sent = 0;
      for (let call = 0; !enough.aborted || sent < lane.length; call++) {
        const size = enough.aborted ? rest : sizes[call % sizes.length]!;
        const from = sent % lane.length;
        const batch = lane.slice(from, from + size);
        await send(client, batch, requests);
        sent += batch.length;
        if (!enough.aborted) await pause(between);
      }
      client.close();
    }),
  );
}

async function send(client: Client, batch: readonly PlannedEvent[], requests: Requests): Promise<void> {
  const isStream = batch.length === streamed;
  const body = await client.call({
    kind: isStream ? 'POST NDJSON' : 'POST events',
    method: 'POST',
    path: '/v1/events',
    ...(isStream
      ? {
          type: 'application/x-ndjson',
          pieces: batch.map(event => `${JSON.stringify(event)}\n`),
          between,
          headers: { 'transfer-encoding': 'chunked' },
        }
      : { pieces: [JSON.stringify(batch)] }),
  });
  const { success, data } = answer.safeParse(body);
  if (!success || data.accepted !== batch.length) {
    requests.fails('POST events', `of ${batch.length} events: ${JSON.stringify(body)}`);
  }
}
