import type { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { z } from 'zod';
import type { ExpectedGrant } from '../../domain/readiness.js';

export type Unlock = z.infer<typeof tierUnlocked.data>;
export type GrantState = z.infer<typeof grantChanged.data>;

export interface UnlockRow {
  unlockId: string;
  brandId: string;
  /** Null where only grants of it came so far. */
  unlock: Unlock | null;
}

/**
 * Makes and locks the unlocks' rows, in id order: whoever comes second, the unlock or its grants, waits here and then
 * sees what the other one wrote.
 */
export async function lockUnlocks(sql: Sql, rows: readonly UnlockRow[], now: Date): Promise<void> {
  const distinct = [...new Map(rows.map(row => [row.unlockId, row])).values()];
  const set = unnest(distinct, {
    unlock_id: ['uuid', row => row.unlockId],
    brand_id: ['uuid', row => row.brandId],
    unlock: ['jsonb', row => row.unlock],
    created_at: ['timestamptz', () => now.toISOString()],
  });
  await sql.query(
    `INSERT INTO unlocks (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY unlock_id
     ON CONFLICT (unlock_id) DO UPDATE SET unlock = coalesce(unlocks.unlock, excluded.unlock)`,
    set.params,
  );
}

export interface GrantRow {
  grantId: string;
  unlockId: string;
  brandId: string;
  state: GrantState;
  version: number;
}

const selectVersions =
  'SELECT grant_id AS "grantId", version FROM unlock_grants WHERE grant_id = ANY($1::uuid[])';

export async function grantVersions(sql: Sql, grantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.query<{ grantId: string; version: number }>(selectVersions, [grantIds]);
  return new Map(rows.map(row => [row.grantId, row.version]));
}

/** Keeps the newest state of each grant. */
export async function copyGrants(sql: Sql, rows: readonly GrantRow[]): Promise<void> {
  const set = unnest(rows, {
    grant_id: ['uuid', row => row.grantId],
    unlock_id: ['uuid', row => row.unlockId],
    brand_id: ['uuid', row => row.brandId],
    state: ['jsonb', row => row.state],
    version: ['bigint', row => row.version],
  });
  await sql.query(
    `INSERT INTO unlock_grants (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY grant_id
     ON CONFLICT (grant_id) DO UPDATE SET state = excluded.state, version = excluded.version
     WHERE unlock_grants.version < excluded.version`,
    set.params,
  );
}

const selectMeetings = `
  SELECT u.unlock_id AS "unlockId", u.unlock,
    coalesce(jsonb_agg(g.state) FILTER (WHERE g.grant_id IS NOT NULL), '[]') AS states
  FROM unlocks u LEFT JOIN unlock_grants g ON g.unlock_id = u.unlock_id
  WHERE u.unlock_id = ANY($1::uuid[]) AND u.unlock IS NOT NULL
  GROUP BY u.unlock_id`;

/** An unlock with what is known of its grants. */
export interface Meeting {
  unlockId: string;
  unlock: Unlock;
  states: GrantState[];
}

/** Those of the unlocks whose event has come. */
export async function loadMeetings(sql: Sql, unlockIds: readonly string[]): Promise<Map<string, Meeting>> {
  const rows = await sql.query<Meeting>(selectMeetings, [unlockIds]);
  return new Map(rows.map(row => [row.unlockId, row]));
}

/** The grants that the unlock announced, each with its state if any was heard. */
export function expectedGrants({ unlock, states }: Meeting): ExpectedGrant[] {
  return unlock.grants.map(({ grantId }) => ({
    grantId,
    status: states.find(state => state.grantId === grantId)?.status ?? null,
  }));
}
