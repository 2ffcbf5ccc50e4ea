import type { EventOf } from '@cairn/contracts/envelope';
import type { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import type { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import type { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

const upsertActions = `
  INSERT INTO actions (id, brand_id, program_id, version, archived, state)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (id uuid, brand_id uuid, program_id uuid, version bigint, archived bool, state jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET
    program_id = excluded.program_id, version = excluded.version, archived = excluded.archived, state = excluded.state
  WHERE excluded.version > actions.version
  RETURNING brand_id AS "brandId"`;

/** One event an action. @returns the brands whose ambassadors see something new. */
export async function saveActions(
  sql: Sql,
  events: readonly EventOf<typeof actionChanged>[],
): Promise<string[]> {
  const rows = events.map(({ data, brandid, aggregateversion }) => ({
    id: data.actionId,
    brand_id: brandid,
    program_id: data.programId,
    version: aggregateversion,
    archived: data.archived,
    state: data,
  }));
  return await brandsOf(sql, upsertActions, rows);
}

const upsertCampaigns = `
  INSERT INTO campaigns (id, brand_id, version, program_ids, archived, state)
  SELECT id, brand_id, version,
    ARRAY(SELECT program::uuid FROM jsonb_array_elements_text(state -> 'programIds') AS program), archived, state
  FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, brand_id uuid, version bigint, archived bool, state jsonb)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, program_ids = excluded.program_ids, archived = excluded.archived, state = excluded.state
  WHERE excluded.version > campaigns.version
  RETURNING brand_id AS "brandId"`;

/** One event a campaign. @returns as {@link saveActions}. */
export async function saveCampaigns(
  sql: Sql,
  events: readonly EventOf<typeof campaignChanged>[],
): Promise<string[]> {
  const rows = events.map(({ data, brandid, aggregateversion }) => ({
    id: data.campaignId,
    brand_id: brandid,
    version: aggregateversion,
    archived: data.archived,
    state: data,
  }));
  return await brandsOf(sql, upsertCampaigns, rows);
}

async function brandsOf(sql: Sql, statement: string, rows: readonly unknown[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const touched = await sql.query<{ brandId: string }>(statement, [JSON.stringify(rows)]);
  return touched.map(row => row.brandId);
}

const upsertDeeds = `
  INSERT INTO deeds (ambassador_id, event_id, brand_id, version, subject_id, activity, holds, occurred_at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS row
    (ambassador_id uuid, event_id text, brand_id uuid, version bigint, subject_id uuid, activity text, holds bool,
     occurred_at timestamptz)
  ORDER BY ambassador_id, event_id
  ON CONFLICT (ambassador_id, event_id) DO UPDATE SET version = excluded.version, holds = excluded.holds
  WHERE excluded.version > deeds.version`;

type ReceiptChanged = EventOf<typeof receiptChanged>;

/** Remembers which receipts hold a limit place or a campaign step (domain.md 2.12). One event a receipt. */
export async function saveDeeds(sql: Sql, events: readonly ReceiptChanged[]): Promise<void> {
  const rows = events.flatMap(({ brandid, data, aggregateversion }) =>
    data.subject === null || data.ambassadorId === null
      ? []
      : [
          {
            ambassador_id: data.ambassadorId,
            event_id: data.eventId,
            brand_id: brandid,
            version: aggregateversion,
            subject_id: data.subject.id,
            activity: data.activity,
            holds: holdsItsPlace(data),
            occurred_at: data.occurredAt,
          },
        ],
  );
  if (rows.length > 0) await sql.query(upsertDeeds, [JSON.stringify(rows)]);
}

/** By their key; the pairs are compared besides, since two brands may name events alike. */
const freeDeeds = `
  UPDATE deeds SET holds = false
  WHERE ambassador_id = ANY ($1::uuid[]) AND event_id = ANY ($2::text[]) AND holds
    AND EXISTS (SELECT FROM unnest($1::uuid[], $2::text[]) AS freed (ambassador, event)
      WHERE freed.ambassador = ambassador_id AND freed.event = event_id)`;

/** What another event took the place of holds nothing any more (domain.md 2.3), and is never judged again. */
export async function freeReplaced(sql: Sql, events: readonly ReceiptChanged[]): Promise<void> {
  const replacing = events.filter(({ data }) => typeof data.replaces === 'string');
  if (replacing.length === 0) return;
  const ambassadors = replacing.map(({ data }) => data.ambassadorId);
  await sql.query(freeDeeds, [ambassadors, replacing.map(({ data }) => data.replaces)]);
}

/** Awarded, in review and without its disclosure; of a campaign also a step that is worth nothing (2.12). */
function holdsItsPlace({ status, reason, subject }: ReceiptChanged['data']): boolean {
  if (status === 'awarded' || status === 'held' || status === 'in_review') return true;
  if (status !== 'not_awarded') return false;
  return reason === 'disclosure_missing' || (reason === 'zero_points' && subject?.kind === 'campaign');
}
