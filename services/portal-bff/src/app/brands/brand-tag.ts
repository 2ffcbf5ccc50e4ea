import { createHash } from 'node:crypto';
import type { Brand } from '../../out/postgres/brands.js';

/**
 * Tells states of a brand's settings apart, for ETag and If-Match (api.md): equal settings, equal tag.
 * @param stored as it was read: Postgres gives the fields in one order.
 */
export function brandTag(stored: Brand): string {
  return createHash('sha256').update(JSON.stringify(stored)).digest('base64url');
}
