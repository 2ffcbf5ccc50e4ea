import { topics } from '@cairn/contracts/topics';
import { freePort } from '@cairn/local/stack/ports';
import type { BenchBrand } from '../brand/bench-brand.js';
import { closedLoopAnswer } from '../load/closed-loop-types.js';
import type { Bed } from '../stack/bed.js';

/** How one of the two figures is loaded. */
export interface IngestLoad {
  readonly connections: number;
  readonly eventsARequest: number;
  /** Seconds that a round should take; the number of requests follows from the warm-up. */
  readonly seconds: number;
  readonly warmUpRequests: number;
}

export const baselineTopic = 'bench.ingest.v1';
let run = 0;

/** Events a second that ingestion takes. @throws Error when the round is not valid: see `invalidity` */
export async function ingestRate(bed: Bed, brand: BenchBrand, load: IngestLoad): Promise<number> {
  const target = {
    url: `${bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1')}/v1/events`,
    headers: { authorization: `Bearer ${brand.apiKey}` },
    topic: topics.activity.topic,
  };
  return await rateOf(bed, brand, load, target);
}

/** The same of the bare server. */
export async function baselineIngestRate(bed: Bed, brand: BenchBrand, load: IngestLoad): Promise<number> {
  const port = await freePort();
  const server = await bed.programs.serve('baseline/ingest-server', {
    port,
    ...{ brokers: bed.brokers, topic: baselineTopic },
  });
  try {
    const target = { url: `http://127.0.0.1:${port}/v1/events`, headers: {}, topic: baselineTopic };
    return await rateOf(bed, brand, load, target);
  } finally {
    await server.stop();
  }
}

interface Target {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly topic: string;
}

async function rateOf(bed: Bed, brand: BenchBrand, load: IngestLoad, target: Target): Promise<number> {
  const warm = await loaded(bed, brand, load, target, load.warmUpRequests);
  const wanted = Math.round((warm * load.seconds) / load.eventsARequest);
  return await loaded(bed, brand, load, target, Math.max(wanted, load.connections * 4));
}

async function loaded(
  bed: Bed,
  brand: BenchBrand,
  { connections, eventsARequest }: IngestLoad,
  { topic, url, headers }: Target,
  requests: number,
): Promise<number> {
  const before = await bed.kafka.records(topic);
  const answer = await bed.programs.run(
    'load/closed-loop',
    {
      ...{ url, headers, connections, requests, eventsARequest },
      prefix: `ingest-${process.pid}-${run++}`,
      ambassadors: brand.ambassadors.map(({ externalId }) => externalId),
    },
    closedLoopAnswer,
  );
  const recorded = (await bed.kafka.records(topic)) - before;
  const wrong = invalidity(answer, requests * eventsARequest, recorded);
  if (wrong !== null) throw new Error(`a round of ${url} is invalid: ${wrong}`);
  return answer.accepted / answer.seconds;
}

/** Why a round does not count: what was answered and what is on the topic must be what was sent. Null: it counts. */
export function invalidity(
  {
    accepted,
    refused,
    failed,
    example,
  }: { accepted: number; refused: number; failed: number; example: string | null },
  sent: number,
  recorded: number,
): string | null {
  if (refused > 0) return `${refused} answers did not accept everything, first: ${example}`;
  if (failed > 0) return `${failed} requests broke off or timed out`;
  if (accepted !== sent) return `${accepted} of ${sent} events were accepted`;
  if (recorded !== accepted) return `${accepted} were accepted, but the topic has ${recorded} more records`;
  return null;
}
