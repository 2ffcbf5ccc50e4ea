import type { MemberRole } from '@cairn/contracts/http/member';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Somebody who may sign in to a brand's admin UI. */
export interface Member {
  id: string;
  brandId: string;
  name: string;
  /** Case-folded. */
  email: string;
  role: MemberRole;
  createdAt: string;
}

const columns = `members.id, members.brand_id AS "brandId", members.name, members.email, members.role,
  members.created_at AS "createdAt"`;

const insert = `
  INSERT INTO members (id, brand_id, name, email, role, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT ON CONSTRAINT members_email DO NOTHING RETURNING id`;

/** @returns false where the brand has a member of this e-mail. */
export async function insertMember(sql: Sql, member: Member): Promise<boolean> {
  const { id, brandId, name, email, role, createdAt } = member;
  return (await sql.query(insert, [id, brandId, name, email, role, createdAt])).length === 1;
}

const selectLatest = `
  SELECT ${columns} FROM members
  WHERE brand_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
  ORDER BY created_at DESC, id DESC LIMIT $4`;

/** The newest `limit` members before the cursor's (createdAt, id). */
export async function listMembers(
  sql: Sql,
  brandId: string,
  before: readonly [string, string] | null,
  limit: number,
): Promise<Member[]> {
  return await sql.query<Member>(selectLatest, [brandId, before?.[0], before?.[1], limit]);
}

const selectWithRole = `
  SELECT ${columns} FROM members WHERE brand_id = $1 AND role = ANY($2::text[]) ORDER BY id`;

/** Everybody of a brand with one of these roles. */
export async function findMembersWithRole(
  sql: Sql,
  brandId: string,
  roles: readonly MemberRole[],
): Promise<Member[]> {
  return await sql.query<Member>(selectWithRole, [brandId, roles]);
}

const selectByEmail = `SELECT ${columns} FROM members WHERE brand_id = $1 AND email = $2`;

/** By the case-folded e-mail. */
export async function findMemberByEmail(
  sql: Sql,
  brandId: string,
  email: string,
): Promise<Member | undefined> {
  const [row] = await sql.query<Member>(selectByEmail, [brandId, email]);
  return row;
}

const selectSignedIn = `
  SELECT ${columns} FROM sessions JOIN members ON members.id = sessions.member_id
  WHERE sessions.hash = $1 AND sessions.expires_at > $2`;

/** The member whose session it is, with the role of this moment. */
export async function findSignedInMember(
  sql: Sql,
  sessionHash: string,
  now: Date,
): Promise<Member | undefined> {
  const [row] = await sql.query<Member>(selectSignedIn, [sessionHash, now.toISOString()]);
  return row;
}

/** Owners too, so that two of them cannot leave at once: who waits for the lock then sees who is left. */
const selectLocked = `
  SELECT ${columns} FROM members WHERE brand_id = $1 AND (id = $2 OR role = 'owner') ORDER BY id FOR UPDATE`;

/** A member and the brand's owners; until the commit nobody else changes them. */
export async function lockMemberAndOwners(
  sql: Sql,
  brandId: string,
  id: string,
): Promise<{ member: Member | undefined; owners: Member[] }> {
  const rows = await sql.query<Member>(selectLocked, [brandId, id]);
  return { member: rows.find(row => row.id === id), owners: rows.filter(row => row.role === 'owner') };
}

const update = 'UPDATE members SET name = $2, role = $3 WHERE id = $1';

export async function saveMember(sql: Sql, { id, name, role }: Member): Promise<void> {
  await sql.query(update, [id, name, role]);
}

/** Sessions and links of theirs go by their foreign keys. */
export async function deleteMember(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM members WHERE id = $1', [id]);
}
