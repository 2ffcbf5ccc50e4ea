import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import type { NewStep, RecordedStep } from '../../app/campaign-steps.js';

/** The steps recorded of ambassadors in campaigns; done under the accounts' locks (domain.md 2.5). */
export async function loadCampaignSteps(
  sql: Sql,
  pairs: readonly { ambassadorId: string; campaignId: string }[],
): Promise<RecordedStep[]> {
  if (pairs.length === 0) return [];
  const set = unnest(pairs, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    campaign_id: ['uuid', row => row.campaignId],
  });
  return await sql.query<RecordedStep>(
    `SELECT ambassador_id AS "ambassadorId", campaign_id AS "campaignId", step
     FROM campaign_steps JOIN ${set.from} USING (ambassador_id, campaign_id)`,
    set.params,
  );
}

export async function saveCampaignSteps(sql: Sql, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const set = unnest(steps, {
    ambassador_id: ['uuid', row => row.ambassadorId],
    campaign_id: ['uuid', row => row.campaignId],
    step: ['text', row => row.step],
    brand_id: ['uuid', row => row.brandId],
    event_id: ['text', row => row.eventId],
    occurred_at: ['timestamptz', row => new Date(row.occurredAt).toISOString()],
  });
  await sql.query(
    `INSERT INTO campaign_steps (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY place`,
    set.params,
  );
}
