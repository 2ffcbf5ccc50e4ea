import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Sql } from './sql.js';

/** Milliseconds for which a connection keeps plans. */
const planLasts = 15_000;

/** For a transaction whose statements take sets of any size: by index, whatever the size, and never planned for one. */
export const planOnce = 'SET LOCAL plan_cache_mode = force_generic_plan';

const plannedAt = new WeakMap<PoolClient, number>();
const names = new Map<string, string>();

/**
 * Statements under names, so that Postgres parses and plans each once a connection: planning over hash partitions costs
 * more than running for a few rows. A plan that was made while its table was empty is bad for a full one, and Postgres
 * keeps it until the table is analysed; so plans are dropped every fifteen seconds.
 */
export async function preparedOn(client: PoolClient): Promise<Sql> {
  const now = performance.now();
  if (now - (plannedAt.get(client) ?? 0) > planLasts) {
    await client.query('DISCARD PLANS');
    plannedAt.set(client, now);
  }
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await client.query({ name: nameOf(text), text, values: [...params] })).rows as Row[];
    },
  };
}

/** A Postgres name: at most 63 bytes. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
