import type { HomeState } from '@cairn/contracts/http/home';
import type { Progress } from '@cairn/contracts/http/progress';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { composeHome } from '../../domain/home/compose-home.js';
import { progressOf } from '../../domain/home/progress.js';
import type { HomeRows } from '../../domain/home/rows.js';
import { loadHomeRows } from '../../out/postgres/read-model/home-rows.js';

/** GET /api/portal/v1/home. @throws DomainError `not_found` for nobody of this brand. */
export async function readHome(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  now: Date,
): Promise<HomeState> {
  return composeHome(await rowsOf(sql, brandId, ambassadorId, now), now);
}

/** GET /api/v1/ambassadors/{id}/progress. @throws DomainError `not_found` for nobody of this brand. */
export async function readProgress(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  now: Date,
): Promise<Progress> {
  return progressOf(await rowsOf(sql, brandId, ambassadorId, now), now);
}

/** What there is to earn by, and what of it is done. @throws DomainError `not_found` for nobody of this brand. */
export async function readEarning(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  now: Date,
): Promise<HomeRows> {
  return await rowsOf(sql, brandId, ambassadorId, now);
}

/** Whose words something is told in. @throws DomainError `not_found` for nobody of this brand. */
export async function readReader(
  sql: Sql,
  brandId: string,
  ambassadorId: string,
  now: Date,
): Promise<Pick<HomeRows, 'brand' | 'ambassador'>> {
  const { brand, ambassador } = await rowsOf(sql, brandId, ambassadorId, now);
  return { brand, ambassador };
}

async function rowsOf(sql: Sql, brandId: string, ambassadorId: string, now: Date): Promise<HomeRows> {
  const [rows] = await loadHomeRows(sql, [ambassadorId], now);
  if (rows === undefined || rows.ambassador.brandId !== brandId) {
    throw new DomainError('not_found', 'There is no such ambassador.');
  }
  return rows;
}
