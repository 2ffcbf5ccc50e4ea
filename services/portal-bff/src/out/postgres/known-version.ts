import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { referralRuleChanged } from '@cairn/contracts/events/catalog/referral-rule-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** Where the read model's copy of each catalog event's thing is, and the field of its data that names it. */
const copies = new Map<string, readonly [table: string, column: string, field: string]>([
  [ambassadorChanged.type, ['ambassadors', 'id', 'ambassadorId']],
  [programChanged.type, ['programs', 'id', 'programId']],
  [seriesChanged.type, ['series', 'id', 'seriesId']],
  [referralRuleChanged.type, ['referral_rules', 'program_id', 'programId']],
  [actionChanged.type, ['actions', 'id', 'actionId']],
  [campaignChanged.type, ['campaigns', 'id', 'campaignId']],
]);

/** The version of a catalog thing that the read model has; 0 for what it has not, or does not copy. */
export async function knownVersion(sql: Sql, type: string, data: unknown): Promise<number> {
  const copy = copies.get(type);
  if (copy === undefined) return 0;
  const [table, column, field] = copy;
  const id = (data as Record<string, unknown>)[field];
  const [row] = await sql.query<{ version: number }>(`SELECT version FROM ${table} WHERE ${column} = $1`, [
    id,
  ]);
  return row?.version ?? 0;
}
