import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Ambassador, Membership } from '../../domain/ambassador.js';

const select = `
  SELECT ambassador_id AS "ambassadorId", program_id AS "programId", valid_from AS "from", valid_to AS "to"
  FROM memberships WHERE ambassador_id = ANY($1::uuid[]) ORDER BY ambassador_id, valid_from`;

/** The memberships of ambassadors that were read by their brand, ascending. */
export async function membershipsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, Membership[]>> {
  const found = new Map<string, Membership[]>();
  if (ids.length === 0) return found;
  for (const { ambassadorId, ...membership } of await sql.query<Membership & { ambassadorId: string }>(
    select,
    [ids],
  )) {
    found.set(ambassadorId, [...(found.get(ambassadorId) ?? []), membership]);
  }
  return found;
}

const insert = `
  INSERT INTO memberships (brand_id, ambassador_id, program_id, valid_from, valid_to)
  SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
    AS row (ambassador_id, program_id, valid_from, valid_to)
  ORDER BY ambassador_id, valid_from`;

/** Memberships that are new: all of a new ambassador's, or those that somebody else got. */
export async function insertMemberships(
  sql: Sql,
  brandId: string,
  people: readonly Pick<Ambassador, 'id' | 'memberships'>[],
): Promise<void> {
  const rows = people.flatMap(person => person.memberships.map(of => ({ ambassadorId: person.id, ...of })));
  if (rows.length === 0) return;
  await sql.query(insert, [
    brandId,
    rows.map(row => row.ambassadorId),
    rows.map(row => row.programId),
    rows.map(row => row.from),
    rows.map(row => row.to),
  ]);
}

const close = `
  UPDATE memberships m SET valid_to = row.valid_to
  FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS row (ambassador_id, valid_from, valid_to)
  WHERE m.brand_id = $1 AND m.ambassador_id = row.ambassador_id AND m.valid_from = row.valid_from`;

/** Those of locked ambassadors whose open membership ended; their new ones go in after it. */
export async function closeMemberships(
  sql: Sql,
  brandId: string,
  ended: readonly (Membership & { ambassadorId: string })[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql.query(close, [
    brandId,
    ended.map(one => one.ambassadorId),
    ended.map(one => one.from),
    ended.map(one => one.to),
  ]);
}

const removeAll = 'DELETE FROM memberships WHERE brand_id = $1 AND ambassador_id = $2';

/** Of one locked ambassador. */
export async function replaceMemberships(
  sql: Sql,
  brandId: string,
  person: Pick<Ambassador, 'id' | 'memberships'>,
): Promise<void> {
  await sql.query(removeAll, [brandId, person.id]);
  await insertMemberships(sql, brandId, [person]);
}
