import { isDeepStrictEqual } from 'node:util';
import type { CampaignItem, UpdateCampaign } from '@cairn/contracts/http/campaign';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockCampaign, updateCampaignRow } from '../out/postgres/campaigns.js';
import { announceCampaign } from './earning-changes.js';
import { given } from './given.js';
import { checkPrograms, checkRevision, found } from './preconditions.js';

/**
 * Changes the fields that are given; where nothing differs, nothing is written or published.
 * @throws DomainError `not_found` (also for a program that the brand does not have), `stale`, `invalid_input` where the
 * window would end before it starts.
 */
export async function updateCampaign(
  sql: Sql,
  caller: Caller,
  id: string,
  edit: UpdateCampaign,
  expectedRevision: number | null,
  now: Date,
): Promise<CommandAnswer<CampaignItem>> {
  const before = found(await lockCampaign(sql, caller.brandId, id), 'campaign');
  checkRevision(before.revision, expectedRevision);
  const wanted = normal({ ...before, ...given(edit) });
  if (wanted.startsAt >= wanted.endsAt) {
    throw new DomainError('invalid_input', 'A campaign ends after it starts.', [
      { path: edit.endsAt === undefined ? 'startsAt' : 'endsAt', message: 'endsAt must be after startsAt' },
    ]);
  }
  await checkPrograms(sql, caller.brandId, wanted.programIds);
  return await change(sql, caller, 'campaign.update', before, wanted, now);
}

/**
 * Archives a campaign: events of it are `unknown_campaign` from now on. Again, it changes nothing.
 * @throws DomainError `not_found`
 */
export async function archiveCampaign(
  sql: Sql,
  caller: Caller,
  id: string,
  now: Date,
): Promise<CommandAnswer<CampaignItem>> {
  const before = found(await lockCampaign(sql, caller.brandId, id), 'campaign');
  return await change(sql, caller, 'campaign.archive', before, { ...before, archived: true }, now);
}

async function change(
  sql: Sql,
  caller: Caller,
  action: string,
  before: CampaignItem,
  wanted: CampaignItem,
  at: Date,
): Promise<CommandAnswer<CampaignItem>> {
  if (isDeepStrictEqual(before, wanted)) return { body: before, mark: null };
  const after = await updateCampaignRow(sql, caller.brandId, wanted);
  return await announceCampaign(sql, caller, { action, before, after, at });
}

/** As it is kept: instants in UTC, so that the same one is no change; each program once. */
function normal(campaign: CampaignItem): CampaignItem {
  return {
    ...campaign,
    programIds: [...new Set(campaign.programIds)],
    startsAt: new Date(campaign.startsAt).toISOString(),
    endsAt: new Date(campaign.endsAt).toISOString(),
  };
}
