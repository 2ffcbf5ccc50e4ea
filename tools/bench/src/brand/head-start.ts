import { randomUUID } from 'node:crypto';
import { Api } from '@cairn/demo/http/api';
import { z } from 'zod';
import { netAmountASale, saleJson } from '../load/sale.js';
import type { Bed } from '../stack/bed.js';
import { type BenchBrand, stepBetweenTiers } from './bench-brand.js';

const eventsACall = 500;

/**
 * One sale for each ambassador, of different amounts, so that they stand at all heights below a tier: else everybody's
 * unlocks would come at the same time. @returns what all of it is worth, in sales of the usual amount
 */
export async function giveHeadStart({ cairn }: Bed, brand: BenchBrand): Promise<number> {
  const api = new Api(cairn.urls.ingestion, brand.apiKey);
  const occurredAt = new Date().toISOString();
  const run = randomUUID();
  const sizes = brand.ambassadors.map((_, place) => 1 + (place % stepBetweenTiers));
  const sales = brand.ambassadors.map(({ externalId }, place) =>
    saleJson(`start-${run}-${place}`, externalId, occurredAt, netAmountASale * sizes[place]!),
  );
  for (let start = 0; start < sales.length; start += eventsACall) {
    await api.call({
      method: 'POST',
      path: '/v1/events',
      contentType: 'application/json',
      body: `[${sales.slice(start, start + eventsACall).join(',')}]`,
      answer: z.object({ accepted: z.int(), rejected: z.array(z.never()) }),
    });
  }
  return sizes.reduce((sum, size) => sum + size, 0);
}
