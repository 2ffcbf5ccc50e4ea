import type { Address } from '@cairn/contracts/address';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';
import { grantColumns } from './grants.js';

const hold = 'SELECT address FROM ambassadors WHERE ambassador_id = $1 FOR SHARE';

/** An ambassador's address as it is until this transaction ends. */
export async function holdAddress(sql: Sql, ambassadorId: string): Promise<Address | null> {
  const [row] = await sql.query<{ address: Address | null }>(hold, [ambassadorId]);
  return row?.address ?? null;
}

const lockWaiting = `
  SELECT ${grantColumns} FROM grants g JOIN ambassadors a
    ON a.ambassador_id = g.ambassador_id AND a.brand_id = g.brand_id
  WHERE g.ambassador_id = ANY($1::uuid[]) AND g.status = 'claimable' AND a.address IS NOT NULL
    AND g.reward->>'type' = 'shopify_product' AND g.reward->'choice' IS DISTINCT FROM 'true'::jsonb
  ORDER BY g.grant_id FOR UPDATE OF g`;

/** Grants that wait for nothing but an address, which is there now; locked (index grants_claimable). */
export async function lockWaitingForAddress(sql: Sql, ambassadorIds: readonly string[]): Promise<Grant[]> {
  return await sql.query<Grant>(lockWaiting, [ambassadorIds]);
}
