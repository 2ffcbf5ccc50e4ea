import { actionChanged } from '@cairn/contracts/events/catalog/action-changed';
import { campaignChanged } from '@cairn/contracts/events/catalog/campaign-changed';
import type { ActionItem } from '@cairn/contracts/http/action';
import type { CampaignItem } from '@cairn/contracts/http/campaign';
import { recordAudit } from '@cairn/service-kit/audit';
import { type CatalogChange, publishCatalog } from '@cairn/service-kit/catalog/publish';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';

/** What a person did, for the audit log (domain.md 6.1). `before` null: it was made. */
export interface EarningCommand<Item> {
  action: string;
  before: Item | null;
  after: Item;
  at: Date;
}

/** Publishes an action as it now is and records who changed it, in the transaction of the change. */
export async function announceAction(
  sql: Sql,
  caller: Caller,
  command: EarningCommand<ActionItem>,
): Promise<CommandAnswer<ActionItem>> {
  const { id, createdAt: _, revision: __, ...action } = command.after;
  return await announce(
    sql,
    caller,
    command,
    { kind: 'action', id },
    {
      definition: actionChanged,
      key: `${caller.brandId}:action:${id}`,
      data: { actionId: id, ...action },
    },
  );
}

/** As {@link announceAction}. */
export async function announceCampaign(
  sql: Sql,
  caller: Caller,
  command: EarningCommand<CampaignItem>,
): Promise<CommandAnswer<CampaignItem>> {
  const { id, createdAt: _, revision: __, ...campaign } = command.after;
  return await announce(
    sql,
    caller,
    command,
    { kind: 'campaign', id },
    {
      definition: campaignChanged,
      key: `${caller.brandId}:campaign:${id}`,
      data: { campaignId: id, ...campaign },
    },
  );
}

async function announce<Item>(
  sql: Sql,
  caller: Caller,
  { action, before, after, at }: EarningCommand<Item>,
  target: { kind: string; id: string },
  change: CatalogChange,
): Promise<CommandAnswer<Item>> {
  const cause = commandCause(caller.brandId, at);
  await recordAudit(sql, 'points', caller, cause, { action, target, before, after, at });
  const mark = await publishCatalog(sql, 'points', 'catalogEarning', cause, at, [change]);
  return { body: after, mark };
}
