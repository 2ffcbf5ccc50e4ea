import type { Sql } from '@cairn/service-kit/postgres/sql';

export interface TakenWebhook {
  brandId: string;
  webhookId: string;
  topic: string;
  shopDomain: string;
  problem: string | null;
}

const insert = `
  INSERT INTO shop_webhooks (brand_id, webhook_id, topic, shop_domain, received_at, problem)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING webhook_id`;

/** @returns false where it was taken before. One that comes twice at once waits here for the first to commit. */
export async function keepWebhook(sql: Sql, webhook: TakenWebhook, now: Date): Promise<boolean> {
  const { brandId, webhookId, topic, shopDomain, problem } = webhook;
  const values = [brandId, webhookId, topic, shopDomain, now.toISOString(), problem];
  return (await sql.query(insert, values)).length === 1;
}

const deleteOld = `
  DELETE FROM shop_webhooks WHERE (brand_id, webhook_id) IN (
    SELECT brand_id, webhook_id FROM shop_webhooks WHERE received_at < $1
    ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ) RETURNING webhook_id`;

/** Forgets the oldest of before an instant, at most so many. @returns whether there may be more. */
export async function deleteWebhooks(sql: Sql, before: Date, most: number): Promise<boolean> {
  return (await sql.query(deleteOld, [before.toISOString(), most])).length === most;
}
