import { type AttributionView, attributionView } from '@cairn/contracts/http/attribution';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { z } from 'zod';
import type { ServiceClient } from '../../out/services/service-client.js';

const answer = z.object({ items: z.array(attributionView) });

const ofShop = /^shopify:orders\/paid:(\d{1,20})$/;

/**
 * How shops' orders among these events were found to be somebody's, by the event's id (api.md, Ingestion). Where ingestion
 * does not answer it is left out: a receipt is there without it.
 */
export async function attributionsOf(
  services: ServiceClient,
  caller: Caller,
  eventIds: readonly string[],
): Promise<Map<string, AttributionView>> {
  const byOrder = new Map(eventIds.flatMap(id => (ofShop.test(id) ? [[ofShop.exec(id)![1]!, id]] : [])));
  if (byOrder.size === 0) return new Map();
  try {
    const query = { ids: [...byOrder.keys()].join(',') };
    const { items } = answer.parse(
      await services.read('ingestion', caller, ['attribution', 'orders'], query),
    );
    return new Map(items.map(item => [byOrder.get(item.orderId)!, item]));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Map();
  }
}
