import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import { keyOf } from '../../app/working-set.js';

export interface Reference {
  brandId: string;
  ref: string;
}

const columns = {
  brand_id: ['uuid', (row: Reference) => row.brandId],
  ref: ['text', (row: Reference) => row.ref],
} as const;

interface KnownRef extends Reference {
  ambassadorId: string | null;
}

/**
 * Who the references mean. An unknown one's row is made and stays locked until the commit, so that the arrival of its
 * ambassador either was seen here or will see what is parked here (domain.md 2.19).
 * @returns ambassador ids by brand and reference.
 */
export async function resolveRefs(sql: Sql, refs: readonly Reference[]): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const distinct = [...new Map(refs.map(ref => [keyOf(ref.brandId, ref.ref), ref])).values()];
  const set = unnest(distinct, columns);
  const known = await sql.query<KnownRef>(
    `SELECT brand_id AS "brandId", ref, ambassador_id AS "ambassadorId"
     FROM ambassador_refs JOIN ${set.from} USING (brand_id, ref)
     WHERE ambassador_id IS NOT NULL`,
    set.params,
  );
  const found = new Map(known.map(row => [keyOf(row.brandId, row.ref), row.ambassadorId!]));
  const unknown = distinct.filter(ref => !found.has(keyOf(ref.brandId, ref.ref)));
  for (const row of await lockRefs(sql, unknown)) {
    if (row.ambassadorId !== null) found.set(keyOf(row.brandId, row.ref), row.ambassadorId);
  }
  return found;
}

async function lockRefs(sql: Sql, refs: readonly Reference[]): Promise<KnownRef[]> {
  if (refs.length === 0) return [];
  const set = unnest(refs, columns);
  return await sql.query<KnownRef>(
    `INSERT INTO ambassador_refs AS known (brand_id, ref)
     SELECT brand_id, ref FROM ${set.from} ORDER BY brand_id, ref
     ON CONFLICT (brand_id, ref) DO UPDATE SET ambassador_id = known.ambassador_id
     RETURNING brand_id AS "brandId", ref, ambassador_id AS "ambassadorId"`,
    set.params,
  );
}

const forget = 'DELETE FROM ambassador_refs WHERE brand_id = $1 AND ref = $2 AND ambassador_id IS NULL';

/** Lets go of a reference that is nobody's. Whoever parks something under it, or comes, makes it again. */
export async function forgetUnknownRef(sql: Sql, { brandId, ref }: Reference): Promise<void> {
  await sql.query(forget, [brandId, ref]);
}
