import { z } from 'zod';
import { attributionModel } from '../events/catalog/brand-changed.js';
import { currency, id, instant, minorUnits } from '../scalars.js';

/** A click of the buyer's before the order. */
export const touch = z.object({
  clickId: id,
  at: instant,
  ambassadorId: id,
  /** Case-folded. */
  code: z.string(),
});

/** What a decision was made of. */
export const attributionEvidence = z.object({
  /** The code that named the ambassador; null where a click or an earlier order did. */
  code: z.string().nullable(),
  foundIn: z.enum(['discount_code', 'note_attribute', 'landing_page', 'earlier_order']),
  /** The buyer's clicks within the window, oldest first. */
  touches: z.array(touch),
  /** The order by which the buyer was known; null by another method. */
  earlierOrderId: z.string().nullable(),
  /** The brand's settings at the time. */
  windowDays: z.int(),
  recurringDays: z.int(),
  model: attributionModel,
});

/** Why an order from a shop was somebody's: how they were found, and from what. */
export const attributionView = z
  .object({
    orderId: z.string(),
    /** As the shop calls it: `#1001`. */
    orderName: z.string(),
    shopDomain: z.string(),
    /** `code`: used at checkout; `click`: a followed link; `ref`: the link's code alone; `earlier_order`: the buyer came by them before. */
    method: z.enum(['code', 'click', 'ref', 'earlier_order']),
    decidedAt: instant,
    ambassadorId: id,
    evidence: attributionEvidence,
  })
  .meta({ id: 'Attribution' });

/** GET /attribution/report: orders placed in [from, to); at most 366 days. */
export const attributionReportQuery = z.strictObject({
  model: z.enum(['linear', 'position', 'time_decay']),
  from: instant,
  to: instant,
});

/** What an ambassador's clicks brought: orders that they had a part in, their share of them, and of their amounts. */
export const attributionReportItem = z.object({
  ambassador: z.object({ id, name: z.string().nullable() }),
  orders: z.int(),
  /** Orders, a plain decimal string with six decimals: "1.500000". */
  credit: z.string(),
  /** Minor units, less refunds and edits. */
  netAmount: minorUnits,
});

export const attributionReport = z
  .object({
    model: attributionReportQuery.shape.model,
    from: instant,
    to: instant,
    currency,
    orders: z.int(),
    netAmount: minorUnits,
    /** Most first. */
    items: z.array(attributionReportItem),
  })
  .meta({ id: 'AttributionReport' });

export type Touch = z.infer<typeof touch>;
export type AttributionEvidence = z.infer<typeof attributionEvidence>;
export type AttributionView = z.infer<typeof attributionView>;
export type AttributionReportQuery = z.infer<typeof attributionReportQuery>;
export type AttributionReport = z.infer<typeof attributionReport>;
