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

/** Any text: one that names nothing is judged `unknown_action` or `unknown_campaign` (domain.md 2.13). */
const reference = z.string().min(1).max(100);

export const proofUrl = z
  .string()
  .max(2_000)
  .refine(isWebAddress, 'an http or https address, such as https://www.tiktok.com/@ada/video/1');

/** As browsers parse it (domain.md 2.4). */
function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}

const common = { id: eventId, occurredAt: instant };
const campaign = z.object({ campaignId: reference });

/** The body of POST /v1/events, one event (api.md, Ingestion). */
export const ingestEvent = z
  .discriminatedUnion('type', [
    z.object({
      ...common,
      type: z.literal('action.completed'),
      ambassador,
      data: z.object({
        actionId: reference,
        proofUrl: proofUrl.optional(),
        text: z.string().max(10_000).optional(),
        paidPartnership: z.boolean().optional(),
      }),
    }),
    z.object({ ...common, type: z.literal('campaign.joined'), ambassador, data: campaign }),
    z.object({ ...common, type: z.literal('campaign.completed'), ambassador, data: campaign }),
    z.object({
      ...common,
      type: z.literal('referral.sale'),
      ambassador,
      data: z.object({
        orderId,
        currency,
        netAmount: minorUnits,
        customerEmail: z.string().max(320).optional(),
      }),
    }),
    z.object({
      ...common,
      type: z.literal('referral.refund'),
      ambassador: ambassador.optional(),
      data: z.object({ orderId, netAmount: minorUnits.min(1) }),
    }),
  ])
  .meta({ id: 'Event' });

export type IngestEvent = z.infer<typeof ingestEvent>;

/** One refused event: `index` is its place in the array, or among the non-empty lines, from 0. */
const rejectedEvent = z
  .object({
    index: z.int(),
    id: z.string().nullable(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'RejectedEvent' });

/** 202 of POST /v1/events; `rejectedCount` where the answer lists only the first 1,000 rejected. */
export const ingestAnswer = z
  .object({
    accepted: z.int(),
    rejected: z.array(rejectedEvent),
    rejectedCount: z.int().optional(),
  })
  .meta({ id: 'IngestAnswer' });

export type RejectedEvent = z.infer<typeof rejectedEvent>;
export type IngestAnswer = z.infer<typeof ingestAnswer>;
