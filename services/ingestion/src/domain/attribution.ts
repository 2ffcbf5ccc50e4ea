import type { AttributionSettings } from '@cairn/contracts/events/catalog/brand-changed';
import type { AttributionEvidence, AttributionView, Touch } from '@cairn/contracts/http/attribution';

/** A text in an order that may be an ambassador's code, and whose it is. */
export interface NamedBy {
  code: string;
  foundIn: AttributionEvidence['foundIn'];
  ambassadorId: string | null;
}

/** What an order says of how its buyer came, looked up. */
export interface AttributionFacts {
  /** RFC 3339. */
  placedAt: string;
  /** Discount codes, in the order in which they were used. */
  codes: readonly NamedBy[];
  /** The click that the order names, with all of the same visitor's up to the order, oldest first; null where it names none that is known. */
  clicked: { foundIn: AttributionEvidence['foundIn']; touches: readonly Touch[] } | null;
  /** The links' codes that the order names. */
  refs: readonly NamedBy[];
  /** The buyer's earlier order that was somebody's and is within the brand's recurring days, the latest. */
  earlier: { orderId: string; ambassadorId: string } | null;
  settings: AttributionSettings;
}

export type Attribution = Pick<AttributionView, 'method' | 'ambassadorId' | 'evidence'>;

const dayMs = 86_400_000;

/**
 * Whose an order is: of the code that was used at checkout, then of the click, then of the link's code where no click is
 * known (a click that is too old says that the link is, too), then of the buyer's earlier referrer (api.md, Ingestion).
 * @returns null where it is nobody's.
 */
export function attribute(facts: AttributionFacts): Attribution | null {
  const { codes, clicked, refs, earlier, settings } = facts;
  const touches = touchesWithin(facts);
  const base = { ...settings, code: null, earlierOrderId: null, touches };
  const used = codes.find(({ ambassadorId }) => ambassadorId !== null);
  if (used?.ambassadorId) {
    const { code, foundIn, ambassadorId } = used;
    return { method: 'code', ambassadorId, evidence: { ...base, code, foundIn } };
  }
  const touch = settings.model === 'first_click' ? touches[0] : touches.at(-1);
  if (touch !== undefined && clicked !== null) {
    const { foundIn } = clicked;
    return {
      method: 'click',
      ambassadorId: touch.ambassadorId,
      evidence: { ...base, code: touch.code, foundIn },
    };
  }
  const ref = clicked === null ? refs.find(({ ambassadorId }) => ambassadorId !== null) : undefined;
  if (ref?.ambassadorId) {
    const { code, foundIn, ambassadorId } = ref;
    return { method: 'ref', ambassadorId, evidence: { ...base, code, foundIn } };
  }
  if (earlier === null) return null;
  const { orderId: earlierOrderId, ambassadorId } = earlier;
  const evidence = { ...base, foundIn: 'earlier_order', earlierOrderId } as const;
  return { method: 'earlier_order', ambassadorId, evidence };
}

/** The clicks that count: in [order − window, order]. */
function touchesWithin({ placedAt, clicked, settings }: AttributionFacts): Touch[] {
  const until = Date.parse(placedAt);
  const from = until - settings.windowDays * dayMs;
  return (clicked?.touches ?? []).filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= until);
}
