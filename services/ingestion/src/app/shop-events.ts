import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import { newId } from '@cairn/service-kit/events/derive';
import type { OrderEvent } from '../domain/shop-order-state.js';
import type { ActivityEvent } from './activity-event.js';

/** What is told of a shop's order, as activity; its ids are the order's and the refund's (api.md, Ingestion). */
export function shopEvent(
  event: OrderEvent,
  of: { brandId: string; orderId: string; ambassadorId: string; acceptedAt: string },
): ActivityEvent {
  const { brandId, orderId, ambassadorId, acceptedAt } = of;
  const base = {
    specversion: '1.0',
    id: newId(),
    source: 'cairn/ingestion',
    subject: orderId,
    datacontenttype: 'application/json',
    brandid: brandId,
    acceptedat: acceptedAt,
  } as const;
  const at = (instant: string) => new Date(instant).toISOString();
  switch (event.kind) {
    case 'sale': {
      const { currency, netAmount, customerEmailHash, placedAt } = event.order;
      return {
        ...base,
        time: at(placedAt),
        correlationid: `shopify:orders/paid:${orderId}`,
        type: referralSale.type,
        data: {
          ambassador: { by: 'id', value: ambassadorId },
          ...{ orderId, currency, netAmount },
          ...(customerEmailHash === null ? {} : { customerEmailHash }),
        },
      };
    }
    case 'refund': {
      const { refundId, netAmount } = event;
      const correlationid = `shopify:refunds/create:${refundId}`;
      const data = { orderId, netAmount };
      return { ...base, time: at(event.at), correlationid, type: referralRefund.type, data };
    }
    case 'edit': {
      const { ordinal, netAmount, restores } = event;
      const correlationid = `shopify:orders/updated:${orderId}:${ordinal}`;
      const data = { orderId, netAmount, ...(restores ? { restores } : {}) };
      return { ...base, time: at(event.at), correlationid, type: referralRefund.type, data };
    }
  }
}
