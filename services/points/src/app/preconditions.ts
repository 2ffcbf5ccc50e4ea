import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { isBrandWhole } from '../out/postgres/brands.js';
import { knownPrograms } from '../out/postgres/programs.js';

/**
 * Two people editing one thing: whoever read an older revision is refused (api.md, If-Match).
 * @param expected the revision that the caller read; null where they do not mind.
 * @throws DomainError `stale`
 */
export function checkRevision(stored: number, expected: number | null): void {
  if (expected === null || stored === expected) return;
  throw new DomainError('stale', 'It was changed since you read it: read it again and repeat your change.');
}

/** @throws DomainError `not_found`; also for what belongs to another brand (domain.md 6.2). */
export function found<Thing>(thing: Thing | undefined, kind: string): Thing {
  if (thing !== undefined) return thing;
  throw new DomainError('not_found', `There is no ${kind} with this id: check the id.`);
}

/** @throws DomainError `not_found` where one of the programs is not the brand's. */
export async function checkPrograms(sql: Sql, brandId: string, ids: readonly string[]): Promise<void> {
  const known = await knownPrograms(sql, brandId, ids);
  const missing = ids.find(id => !known.has(id));
  if (missing !== undefined) {
    throw new DomainError('not_found', `There is no program ${missing}: take one from GET /programs.`);
  }
}

/**
 * What is to be judged by the brand's time zone and disclosure tags can be made only where they are known.
 * @throws DomainError `unavailable`
 */
export async function checkBrandWhole(sql: Sql, brandId: string): Promise<void> {
  if (await isBrandWhole(sql, brandId)) return;
  throw new DomainError('unavailable', 'The brand’s settings are not known here yet: try again in a moment.');
}
