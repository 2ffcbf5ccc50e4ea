import { codePoolItem } from '@cairn/contracts/http/code-pool';
import { pageOf } from '@cairn/contracts/http/page';
import type { ClaimedWork } from '@cairn/service-kit/due-work/due-work';
import { derivedId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { onPool } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { findBrand } from '../../out/postgres/brands.js';
import { findMembersWithRole } from '../../out/postgres/members.js';
import { countWaitingForCodes } from '../../out/postgres/read-model/grants.js';
import type { ServiceClient } from '../../out/services/service-client.js';
import { codesAlert, codesAlertWork } from './alert-of-empty-pools.js';

/** What became of an alert; only `sent` mails something. */
type CodesAlertOutcome = 'sent' | 'nobody to tell' | 'filled meanwhile' | 'no such pool';

const pools = pageOf(codePoolItem);

/**
 * Mails an alert to the owners and managers of a brand, who may add codes (domain.md 4.3, 6.1). Notifications keeps one
 * mail an alert and member, so it may run again.
 * @throws DomainError `unavailable` where rewards or notifications is away.
 */
export async function sendCodesAlert(
  deps: { db: DataSource; services: ServiceClient; publicUrl: string },
  { brandId, key, payload }: Pick<ClaimedWork, 'brandId' | 'key' | 'payload'>,
): Promise<CodesAlertOutcome> {
  const { services } = deps;
  const { poolId } = codesAlert.parse(payload);
  const sql = onPool(deps.db);
  const brand = await findBrand(sql, brandId);
  const members = await findMembersWithRole(sql, brandId, ['owner', 'manager']);
  if (brand === undefined || members.length === 0) return 'nobody to tell';
  const waiting = await countWaitingForCodes(sql, brandId, poolId);
  if (waiting === 0) return 'filled meanwhile';
  const caller: Caller = { brandId, actor: { kind: 'system', id: 'portal-bff', ip: null } };
  const pool = await poolName(services, caller, poolId);
  if (pool === undefined) return 'no such pool';
  const cause = derivedId(codesAlertWork, key);
  const url = `${deps.publicUrl}/admin/settings/codes`;
  for (const { email, name } of members) {
    const body = { cause, email, name, accent: brand.accent, pool, waiting, url };
    await services.send('notifications', caller, {
      method: 'POST',
      path: ['messages', 'codes-needed'],
      body,
    });
  }
  return 'sent';
}

/** Pools are rewards', and its list is the one place where their names are. */
async function poolName(
  services: ServiceClient,
  caller: Caller,
  poolId: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  do {
    const query = { limit: 200, cursor };
    const { items, nextCursor } = pools.parse(await services.read('rewards', caller, ['code-pools'], query));
    const found = items.find(pool => pool.id === poolId);
    if (found !== undefined) return found.name;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return undefined;
}
