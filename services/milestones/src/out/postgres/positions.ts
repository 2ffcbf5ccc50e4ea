import type { Sql } from '@cairn/service-kit/postgres/sql';

export interface Position {
  brandId: string;
  ambassadorId: string;
  /** The last ledger row applied. */
  seq: number;
  /** How many states of their progress were published. */
  revision: number;
}

const insertMissing = `
  INSERT INTO ledger_positions (brand_id, ambassador_id)
  SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS asked (brand_id, ambassador_id)
  ORDER BY brand_id, ambassador_id
  ON CONFLICT DO NOTHING`;

const lock = `
  SELECT p.brand_id AS "brandId", p.ambassador_id AS "ambassadorId", p.seq, p.revision
  FROM ledger_positions p
  JOIN unnest($1::uuid[], $2::uuid[]) AS asked (brand_id, ambassador_id)
    ON p.brand_id = asked.brand_id AND p.ambassador_id = asked.ambassador_id
  ORDER BY p.brand_id, p.ambassador_id
  FOR UPDATE OF p`;

/** Locks the ambassadors in id order, each at most once in `of`; whoever is new begins at 0. */
export async function lockPositions(
  sql: Sql,
  of: readonly { brandId: string; ambassadorId: string }[],
): Promise<Position[]> {
  const params = [of.map(one => one.brandId), of.map(one => one.ambassadorId)];
  const [, positions] = await Promise.all([
    sql.query(insertMissing, params),
    sql.query<Position>(lock, params),
  ]);
  return positions;
}

const update = `
  UPDATE ledger_positions p SET seq = row.seq, revision = row.revision
  FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) AS row (brand_id, ambassador_id, seq, revision)
  WHERE p.brand_id = row.brand_id AND p.ambassador_id = row.ambassador_id`;

export async function movePositions(sql: Sql, positions: readonly Position[]): Promise<void> {
  if (positions.length === 0) return;
  await sql.query(update, [
    positions.map(one => one.brandId),
    positions.map(one => one.ambassadorId),
    positions.map(one => one.seq),
    positions.map(one => one.revision),
  ]);
}

const raise = `
  INSERT INTO ledger_positions AS known (brand_id, ambassador_id, revision)
  SELECT brand_id, ambassador_id, max(revision)
  FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS row (brand_id, ambassador_id, revision)
  GROUP BY brand_id, ambassador_id ORDER BY brand_id, ambassador_id
  ON CONFLICT (brand_id, ambassador_id) DO UPDATE SET revision = excluded.revision
    WHERE known.revision < excluded.revision`;

/** Raises revisions to those given, where they are greater; whoever is not there begins with no row applied. */
export async function raiseRevisions(sql: Sql, of: readonly Omit<Position, 'seq'>[]): Promise<void> {
  if (of.length === 0) return;
  await sql.query(raise, [
    of.map(one => one.brandId),
    of.map(one => one.ambassadorId),
    of.map(one => one.revision),
  ]);
}
