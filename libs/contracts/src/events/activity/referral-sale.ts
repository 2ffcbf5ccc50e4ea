import { z } from 'zod';
import { ambassadorRef } from '../../ambassador-ref.js';
import { defineEvent } from '../../envelope.js';
import { currency, minorUnits } from '../../scalars.js';

/** A sale that an ambassador brought. `time` is when it happened; `correlationid` is the client's event id. */
export const referralSale = defineEvent({
  type: 'com.cairn.activity.referral.sale.v1',
  summary: 'A sale was referred by an ambassador.',
  data: z.object({
    ambassador: ambassadorRef,
    orderId: z.string().min(1),
    currency,
    netAmount: minorUnits,
    /** HMAC-SHA-256 of the buyer's normalised e-mail; the address itself ends at ingestion. */
    customerEmailHash: z.string().optional(),
  }),
  example: {
    ambassador: { by: 'externalId', value: 'cust-42' },
    orderId: 'o1',
    currency: 'USD',
    netAmount: 19999,
  },
});
