import type { LedgerItem } from '@cairn/contracts/http/ledger';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const selectAmbassador = 'SELECT 1 FROM ambassadors WHERE brand_id = $1 AND ambassador_id = $2';

/** @throws DomainError `not_found` for an ambassador that the brand does not have. */
export async function ambassadorKnown(sql: Sql, brandId: string, ambassadorId: string): Promise<void> {
  const [known] = await sql.query(selectAmbassador, [brandId, ambassadorId]);
  if (known === undefined) throw new DomainError('not_found', 'There is no ambassador with this id.');
}

/** What a row that was read back was judged by is kept beside it. */
const selectRows = `
  SELECT id, seq, kind, program_id AS "programId", series_id AS "seriesId", pending_delta AS "pendingDelta",
    available_delta AS "availableDelta", ledger.event_id AS "eventId", occurred_at AS "occurredAt",
    posted_at AS "postedAt", coalesce(ledger.reason, recalled_reasons.reason) AS reason, coalesce(ledger.rule, recalled_rows.rule) AS rule
  FROM ledger LEFT JOIN recalled_rows USING (ambassador_id, seq)
    LEFT JOIN recalled_reasons ON recalled_reasons.ambassador_id = ledger.ambassador_id
      AND recalled_reasons.event_id = ledger.event_id
  WHERE ledger.ambassador_id = $2 AND ledger.brand_id = $1 AND ($3::bigint IS NULL OR seq < $3)
  ORDER BY seq DESC LIMIT $4`;

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
  await ambassadorKnown(sql, brandId, ambassadorId);
  return await sql.query<LedgerItem>(selectRows, [brandId, ambassadorId, before, limit]);
}
