/** Somebody followed an ambassador's link. No address and no browser: `visitor` is all that is known of them. */
export interface Click {
  /** UUIDv7 of `at`. */
  id: string;
  brandId: string;
  ambassadorId: string;
  /** Case-folded. */
  code: string;
  /** A random UUID that the browser keeps, another for each brand. */
  visitor: string;
  /** RFC 3339. */
  at: string;
  /** Where the link led, without a query. */
  landing: string;
}

/** Milliseconds in which the same visitor's next click on the same link is the same click: a double tap, a reload. */
export const repeatedWithin = 10_000;

/** Days that a click is kept beyond the brand's window: an order may be heard of late. */
const marginDays = 14;

const dayMs = 86_400_000;

/** Before which instant a brand's clicks are of no more use. */
export function clicksOfUseFrom(now: Date, windowDays: number): Date {
  return new Date(now.getTime() - (windowDays + marginDays) * dayMs);
}

/** The lowest UUIDv7 of an instant, by which the clicks since then are found. */
export function lowestIdAt(at: Date): string {
  const ms = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
