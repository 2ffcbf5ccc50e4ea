import type { CreateCampaign } from '@cairn/contracts/http/campaign';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { insertCampaign } from '../out/postgres/campaigns.js';
import { announceCampaign } from './earning-changes.js';
import { checkPrograms } from './preconditions.js';

/**
 * Makes a campaign of one or more programs (domain.md 2.5); a program named twice counts once.
 * @throws DomainError `not_found` where one of the programs is not the brand's.
 */
export async function createCampaign(
  sql: Sql,
  caller: Caller,
  input: CreateCampaign,
  now: Date,
): Promise<CommandAnswer<{ id: string }>> {
  const programIds = [...new Set(input.programIds)];
  await checkPrograms(sql, caller.brandId, programIds);
  const id = newId();
  const campaign = { id, ...input, programIds, createdAt: now.toISOString() };
  const after = await insertCampaign(sql, caller.brandId, campaign);
  const { mark } = await announceCampaign(sql, caller, {
    action: 'campaign.create',
    before: null,
    after,
    at: now,
  });
  return { body: { id }, mark };
}
