import type { LedgerItem } from '@cairn/contracts/http/ledger';
import type { Balance } from '@cairn/contracts/http/progress';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectAmbassador = 'SELECT 1 FROM ambassadors WHERE brand_id = $1 AND ambassador_id = $2';

const selectRows = `
  SELECT id, seq, kind, program_id AS "programId", series_id AS "seriesId", pending_delta AS "pendingDelta",
    available_delta AS "availableDelta", event_id AS "eventId", occurred_at AS "occurredAt", posted_at AS "postedAt",
    reason, rule
  FROM ledger
  WHERE ambassador_id = $2 AND brand_id = $1 AND ($3::bigint IS NULL OR seq < $3)
  ORDER BY seq DESC LIMIT $4`;

const selectBalance =
  'SELECT available, pending, seq AS version FROM accounts WHERE brand_id = $1 AND ambassador_id = $2';

/**
 * A page of an ambassador's ledger, newest first.
 * @param before rows with a smaller `seq`; null: from the newest.
 * @throws DomainError `not_found` for an ambassador that the brand does not have.
 */
export async function listLedger(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  before: number | null,
  limit: number,
): Promise<LedgerItem[]> {
  await mustExist(sql, brandId, ambassadorId);
  return await sql.query<LedgerItem>(selectRows, [brandId, ambassadorId, before, limit]);
}

/** @throws DomainError `not_found` for an ambassador that the brand does not have. */
export async function findBalance(sql: Sql, brandId: string, ambassadorId: string): Promise<Balance> {
  await mustExist(sql, brandId, ambassadorId);
  const [row] = await sql.query<Balance>(selectBalance, [brandId, ambassadorId]);
  return row ?? { available: 0, pending: 0, version: 0 };
}

async function mustExist(sql: Sql, brandId: string, ambassadorId: string): Promise<void> {
  const [row] = await sql.query(selectAmbassador, [brandId, ambassadorId]);
  if (row === undefined) throw new DomainError('not_found', 'There is no ambassador with this id.');
}
