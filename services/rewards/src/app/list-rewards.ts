import type { PageQuery } from '@cairn/contracts/http/page';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { DomainError } from '@cairn/service-kit/domain-error';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import type { Grant } from '../domain/grant.js';
import { grantColumns } from '../out/postgres/grants.js';

const exists = 'SELECT FROM ambassadors WHERE ambassador_id = $1 AND brand_id = $2';

const selectPage = `
  SELECT ${grantColumns} FROM grants g
  WHERE g.ambassador_id = $1 AND g.brand_id = $2
    AND ($3::timestamptz IS NULL OR (g.created_at, g.grant_id) < ($3, $4::uuid))
  ORDER BY g.created_at DESC, g.grant_id DESC LIMIT $5`;

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** An ambassador's rewards, newest first. @throws DomainError `not_found` for another brand's ambassador (6.2). */
export async function listRewards(sql: Sql, brandId: string, ambassadorId: string, page: PageQuery) {
  const known = await sql.query(exists, [ambassadorId, brandId]);
  if (known.length === 0) throw new DomainError('not_found', 'There is no such ambassador.');
  const [at, id] = decodeCursor(page.cursor, cursorKey) ?? [null, null];
  const rows = await sql.query<Grant>(selectPage, [ambassadorId, brandId, at, id, page.limit + 1]);
  return pageOf(rows, page.limit, itemOf, row => [row.createdAt, row.grantId]);
}

function itemOf(grant: Grant): RewardItem {
  return {
    id: grant.grantId,
    tier: { id: grant.tierId, name: grant.tierName },
    cycle: grant.cycle,
    type: grant.reward.type,
    status: grant.status,
    ...(grant.code === null ? {} : { code: grant.code }),
    ...(grant.problem === null ? {} : { problem: grant.problem }),
  };
}
