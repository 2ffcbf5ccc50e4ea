/**
 * Milliseconds: how late Shopify's search may be (it promises nothing; seconds are usual), and how long after its unlock a
 * product is ordered in ordinary life at the most.
 */
const searchIsLate = 30_000;
const young = 60_000;

/**
 * Whether to look for an order at the shop before a grant's first draft is made, because a database that was lost may have
 * known of one (ADR 26): of a grant that was recalled, and of one whose unlock is old, as a replayed one's is.
 * @returns milliseconds until a search finds all that was made before the loss; null where none is needed.
 */
export function searchIn(unlockedAt: string, recalledAt: string | null, now: Date): number | null {
  if (recalledAt !== null) return Math.max(0, Date.parse(recalledAt) + searchIsLate - now.getTime());
  return now.getTime() - Date.parse(unlockedAt) > young ? 0 : null;
}
