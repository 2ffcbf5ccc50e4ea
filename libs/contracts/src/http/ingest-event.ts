import { z } from 'zod';
import { currency, eventId, id, instant, minorUnits } from '../scalars.js';

/** Exactly one of the four ways to name an ambassador (domain.md 1.3). */
const ambassador = z
  .strictObject({
    id: id.optional(),
    externalId: z.string().min(1).max(200).optional(),
    email: z.string().min(3).max(320).optional(),
    code: z.string().min(1).max(64).optional(),
  })
  .refine(ref => Object.values(ref).filter(value => value !== undefined).length === 1, {
    message: 'give exactly one of id, externalId, email, code',
  });

const orderId = z.string().min(1).max(200);

/** The body of POST /v1/events, one event (api.md, Ingestion). */
export const ingestEvent = z.discriminatedUnion('type', [
  z.object({
    id: eventId,
    type: z.literal('referral.sale'),
    occurredAt: instant,
    ambassador,
    data: z.object({
      orderId,
      currency,
      netAmount: minorUnits,
      customerEmail: z.string().max(320).optional(),
    }),
  }),
  z.object({
    id: eventId,
    type: z.literal('referral.refund'),
    occurredAt: instant,
    ambassador: ambassador.optional(),
    data: z.object({ orderId, netAmount: minorUnits.min(1) }),
  }),
]);

export type IngestEvent = z.infer<typeof ingestEvent>;

/** One refused event: `index` is its place in the array, or among the non-empty lines, from 0. */
export interface RejectedEvent {
  index: number;
  id: string | null;
  code: string;
  errors: { path: string; message: string }[];
}

/** 202 of POST /v1/events; `rejectedCount` where the answer lists only the first 1,000 rejected. */
export interface IngestAnswer {
  accepted: number;
  rejected: RejectedEvent[];
  rejectedCount?: number;
}
