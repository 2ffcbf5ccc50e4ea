import { createHmac } from 'node:crypto';
import { normaliseEmail } from '@cairn/contracts/normalise-email';

/**
 * An address as a keyed hash of its compared form (domain.md 2.11): HMAC-SHA-256 in hex. Whoever has the same key gets
 * the same hash, and nobody gets the address back: a buyer's ends at ingestion (design.md §2).
 */
export function emailHash(address: string, key: string): string {
  return createHmac('sha256', key).update(normaliseEmail(address)).digest('hex');
}
