import type { EventOf } from '@cairn/contracts/envelope';
import type { trustChanged } from '@cairn/contracts/events/catalog/trust-changed';
import type { TrustView } from '@cairn/contracts/http/submission';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const upsert = `
  INSERT INTO trusts (ambassador_id, brand_id, version, trust, set_by)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (ambassador_id uuid, brand_id uuid, version bigint, trust text, set_by text)
  ORDER BY ambassador_id
  ON CONFLICT (ambassador_id) DO UPDATE SET
    version = excluded.version, trust = excluded.trust, set_by = excluded.set_by
  WHERE excluded.version > trusts.version`;

/** One event an ambassador. Nobody's home shows it. */
export async function saveTrusts(sql: Sql, events: readonly EventOf<typeof trustChanged>[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ brandid, data, aggregateversion }) => ({
    ambassador_id: data.ambassadorId,
    brand_id: brandid,
    version: aggregateversion,
    trust: data.trust,
    set_by: data.setBy,
  }));
  await sql.query(upsert, [JSON.stringify(rows)]);
}

const select = 'SELECT trust, set_by AS "setBy" FROM trusts WHERE brand_id = $1 AND ambassador_id = $2';

/** How far an ambassador is trusted; who was never decided on is new (domain.md 1.5). */
export async function findTrust(sql: Sql, brandId: string, ambassadorId: string): Promise<TrustView> {
  return (await sql.query<TrustView>(select, [brandId, ambassadorId]))[0] ?? { trust: 'new', setBy: 'rule' };
}
