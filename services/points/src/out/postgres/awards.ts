import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { AwardState } from '../../app/working-set.js';

type AwardRow = Omit<AwardState, 'refunded' | 'availableAt' | 'occurredAt' | 'acceptedAt'> & {
  refunded: string;
  availableAt: string | null;
  occurredAt: string;
  acceptedAt: string;
};

const columns = `id, ambassador_id AS "ambassadorId", brand_id AS "brandId", order_id AS "orderId",
  program_id AS "programId", series_id AS "seriesId", points, net_amount AS "netAmount", refunded, reversed, held,
  available_at AS "availableAt", event_id AS "eventId", envelope_id AS "envelopeId", occurred_at AS "occurredAt",
  accepted_at AS "acceptedAt", quiet`;

/** Awards by their keys, and what is due for release of the accounts; a UNION, so that each part uses its index. */
const loadAwards = `
  SELECT ${columns} FROM awards
  WHERE (ambassador_id, id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
  UNION
  SELECT ${columns} FROM awards
  WHERE ambassador_id = ANY($3::uuid[]) AND held AND available_at <= $4`;

/**
 * The awards that a judgement may touch: those of the orders at hand, and every hold of the accounts that is over.
 * @param now milliseconds since the epoch.
 */
export async function loadTouchedAwards(
  sql: Sql,
  wanted: readonly { ambassadorId: string; awardId: string }[],
  accounts: readonly string[],
  now: number,
): Promise<AwardState[]> {
  const rows = await sql.query<AwardRow>(loadAwards, [
    wanted.map(award => award.ambassadorId),
    wanted.map(award => award.awardId),
    accounts,
    new Date(now).toISOString(),
  ]);
  return rows.map(row => ({
    ...row,
    refunded: BigInt(row.refunded),
    availableAt: row.availableAt === null ? null : Date.parse(row.availableAt),
    occurredAt: Date.parse(row.occurredAt),
    acceptedAt: Date.parse(row.acceptedAt),
  }));
}

export async function saveAwards(sql: Sql, awards: readonly AwardState[]): Promise<void> {
  if (awards.length === 0) return;
  const set = unnest(awards, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    id: ['uuid', row => row.id],
    brand_id: ['uuid', row => row.brandId],
    order_id: ['text', row => row.orderId],
    program_id: ['uuid', row => row.programId],
    series_id: ['uuid', row => row.seriesId],
    points: ['bigint', row => row.points],
    net_amount: ['bigint', row => row.netAmount],
    refunded: ['numeric', row => row.refunded.toString()],
    reversed: ['bigint', row => row.reversed],
    held: ['boolean', row => row.held],
    available_at: [
      'timestamptz',
      row => (row.availableAt === null ? null : new Date(row.availableAt).toISOString()),
    ],
    event_id: ['text', row => row.eventId],
    envelope_id: ['uuid', row => row.envelopeId],
    occurred_at: ['timestamptz', row => new Date(row.occurredAt).toISOString()],
    accepted_at: ['timestamptz', row => new Date(row.acceptedAt).toISOString()],
    quiet: ['boolean', row => row.quiet],
  });
  await sql.query(
    `INSERT INTO awards (${set.names})
     SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id, id
     ON CONFLICT (ambassador_id, id) DO UPDATE SET
       refunded = excluded.refunded, reversed = excluded.reversed, held = excluded.held`,
    set.params,
  );
}

/** The first of each, however many an ambassador has open. */
const earliest = `
  SELECT account.id AS "ambassadorId", first.until FROM unnest($1::uuid[]) AS account (id), LATERAL (
    SELECT available_at AS until FROM awards
    WHERE ambassador_id = account.id AND held AND points > reversed
    ORDER BY available_at LIMIT 1) AS first`;

/** When each account's earliest open hold ends, RFC 3339; accounts without one are left out. */
export async function earliestHolds(sql: Sql, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await sql.query<{ ambassadorId: string; until: string }>(earliest, [accounts]);
  return new Map(rows.map(row => [row.ambassadorId, row.until]));
}

const selectHeld = 'SELECT 1 FROM awards WHERE ambassador_id = $1 AND id = $2 AND held';

export async function isHeld(sql: Sql, ambassadorId: string, awardId: string): Promise<boolean> {
  return (await sql.query(selectHeld, [ambassadorId, awardId])).length === 1;
}
