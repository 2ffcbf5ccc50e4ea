import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { AttributedSale } from '../../app/working-set.js';

/** A sale as its receipt tells it. */
export interface JudgedSale extends AttributedSale {
  brandId: string;
  orderId: string;
}

/** Where a walk over receipts has come to. */
export interface SaleCursor {
  ambassadorId: string;
  acceptedAt: string;
  eventId: string;
}

type Row = Omit<JudgedSale, 'occurredAt' | 'acceptedAt'> &
  SaleCursor & { occurredAt: string; isUnrecorded: boolean };

const columns = `receipts.brand_id, receipts.order_id, receipts.ambassador_id, receipts.event_id,
  receipts.accepted_at, receipts.occurred_at, receipts.currency, receipts.net_amount, activity, status`;

/** By the index receipts_ambassador: what is left of one ambassador, then those after. */
const restOfOne = `
  SELECT ${columns} FROM receipts
  WHERE ambassador_id = $1 AND (accepted_at, event_id) < ($2, $3)
  ORDER BY ambassador_id, accepted_at DESC, event_id DESC LIMIT $4`;

const fromNextOn = `
  SELECT ${columns} FROM receipts
  WHERE ambassador_id IS NOT NULL AND ambassador_id > $1
  ORDER BY ambassador_id, accepted_at DESC, event_id DESC LIMIT $2`;

/** Of the receipts read, those of sales that were judged, and whether their order knows one at least as new. */
function ofSales(page: string): string {
  return `
    SELECT page.brand_id AS "brandId", page.order_id AS "orderId", page.ambassador_id AS "ambassadorId",
      page.event_id AS "eventId", page.accepted_at AS "acceptedAt", page.occurred_at AS "occurredAt", page.currency,
      page.net_amount AS "netAmount",
      page.activity = 'referral.sale' AND page.status IN ('awarded', 'held', 'not_awarded')
        AND (orders.sale_accepted_at IS NULL OR orders.sale_accepted_at < page.accepted_at) AS "isUnrecorded"
    FROM (${page}) AS page LEFT JOIN orders ON orders.brand_id = page.brand_id AND orders.order_id = page.order_id
    ORDER BY page.ambassador_id, page.accepted_at DESC, page.event_id DESC`;
}

const first = '00000000-0000-0000-0000-000000000000';

/**
 * The next page of the receipts of known ambassadors, and of them the sales that are not recorded.
 * @returns `last` null at the end.
 */
export async function salesJudgedBefore(
  sql: Sql,
  after: SaleCursor | null,
  limit: number,
): Promise<{ unrecorded: JudgedSale[]; last: SaleCursor | null }> {
  const rest =
    after === null
      ? []
      : await sql.query<Row>(ofSales(restOfOne), [
          after.ambassadorId,
          after.acceptedAt,
          after.eventId,
          limit,
        ]);
  const others =
    rest.length === limit
      ? []
      : await sql.query<Row>(ofSales(fromNextOn), [after?.ambassadorId ?? first, limit - rest.length]);
  const rows = [...rest, ...others];
  const end = rows.length < limit ? undefined : rows.at(-1);
  return {
    unrecorded: rows.filter(row => row.isUnrecorded).map(saleOf),
    last:
      end === undefined
        ? null
        : { ambassadorId: end.ambassadorId, acceptedAt: end.acceptedAt, eventId: end.eventId },
  };
}

function saleOf({ isUnrecorded: _, eventId: __, occurredAt, acceptedAt, ...sale }: Row): JudgedSale {
  return { ...sale, occurredAt: Date.parse(occurredAt), acceptedAt: Date.parse(acceptedAt) };
}
