import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Turn } from '../../domain/ledger-stream.js';

export interface TurnRow extends Turn {
  brandId: string;
  ambassadorId: string;
}

const insert = `
  INSERT INTO progress_turns (brand_id, ambassador_id, series_id, seq, kind, version, phase)
  SELECT brand_id, ambassador_id, series_id, seq, kind, version, phase
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::int[], $7::text[]) WITH ORDINALITY
    AS row (brand_id, ambassador_id, series_id, seq, kind, version, phase, place)
  ORDER BY place`;

/** In the order given, which their numbers keep. */
export async function insertTurns(sql: Sql, rows: readonly TurnRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(insert, [
    rows.map(row => row.brandId),
    rows.map(row => row.ambassadorId),
    rows.map(row => row.seriesId),
    rows.map(row => row.seq),
    rows.map(row => row.kind),
    rows.map(row => row.version),
    rows.map(row => row.phase),
  ]);
}
