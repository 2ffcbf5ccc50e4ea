import { freePort } from '@cairn/local/stack/ports';
import { z } from 'zod';
import { codeOf } from '../brand/bench-brand.js';
import { type LinkFollowsAnswer, linkFollowsAnswer } from '../load/link-follows-types.js';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

/** How links are followed. */
export interface ClickLoad {
  readonly connections: number;
  /** Seconds that a round should take; the number of requests follows from the warm-up. */
  readonly seconds: number;
  readonly warmUpRequests: number;
}

/** Clicks a second that ingestion stores, of so many ambassadors. @throws Error when the round is not valid */
export async function clickRate(bed: Bed, people: number, load: ClickLoad): Promise<number> {
  const url = `${bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1')}/r/`;
  return await rateOf(load, async requests => {
    const before = await storedClicks(bed);
    const answer = await followed(bed, url, people, load, requests);
    const stored = (await storedClicks(bed)) - before;
    if (stored !== requests)
      throw new Error(`a round is invalid: ${stored} of ${requests} clicks are stored`);
    return answer;
  });
}

/** The same of the bare server, which stores none. */
export async function baselineClickRate(bed: Bed, people: number, load: ClickLoad): Promise<number> {
  const port = await freePort();
  const server = await bed.programs.serve('baseline/redirect-server', { port });
  try {
    const url = `http://127.0.0.1:${port}/r/`;
    return await rateOf(load, requests => followed(bed, url, people, load, requests));
  } finally {
    await server.stop();
  }
}

async function rateOf(
  { connections, seconds, warmUpRequests }: ClickLoad,
  follow: (requests: number) => Promise<LinkFollowsAnswer>,
): Promise<number> {
  const warm = await follow(warmUpRequests);
  const wanted = Math.round((warm.clicks / warm.seconds) * seconds);
  const answer = await follow(Math.max(wanted, connections * 4));
  return answer.clicks / answer.seconds;
}

async function followed(
  bed: Bed,
  url: string,
  people: number,
  { connections }: ClickLoad,
  requests: number,
): Promise<LinkFollowsAnswer> {
  const codes = Array.from({ length: people }, (_, n) => codeOf(n));
  const input = { url, codes, connections, requests };
  const answer = await bed.programs.run('load/link-follows', input, linkFollowsAnswer);
  if (answer.failed > 0)
    throw new Error(`a round of ${url} is invalid: ${answer.failed} failed, first: ${answer.example}`);
  return answer;
}

const counted = z.tuple([z.object({ n: z.coerce.number() })]);

async function storedClicks(bed: Bed): Promise<number> {
  return await onDatabase(bed, 'ingestion', async client => {
    const { rows } = await client.query('SELECT count(*) AS n FROM clicks');
    return counted.parse(rows)[0].n;
  });
}
