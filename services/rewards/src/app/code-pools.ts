import type { AddCodes, AddedCodes, CreateCodePool } from '@cairn/contracts/http/code-pool';
import type { PageQuery } from '@cairn/contracts/http/page';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { fillPool, poolKey } from '../domain/work.js';
import { insertCodes, insertPool, knownPools, lockPool, selectPools } from '../out/postgres/code-pools.js';
import { timeCursor } from './cursors.js';

export async function createCodePool(
  sql: Sql,
  caller: Caller,
  { name, lowAt }: CreateCodePool,
  now: Date,
): Promise<CommandAnswer<{ id: string }>> {
  const { brandId } = caller;
  const poolId = newId();
  await insertPool(sql, { poolId, brandId, name, lowAt }, now);
  await recordAudit(sql, 'rewards', caller, commandCause(brandId, now), {
    action: 'code_pool.create',
    target: { kind: 'code_pool', id: poolId },
    after: { name, lowAt },
    at: now,
  });
  return { body: { id: poolId }, mark: null };
}

/**
 * Adds codes, and has them given to those who wait (domain.md 4.3). The work is scheduled before the pool is locked:
 * whoever fills it takes the two in the same order.
 * @throws DomainError `not_found`.
 */
export async function addCodes(
  sql: Sql,
  caller: Caller,
  poolId: string,
  { codes }: AddCodes,
  now: Date,
): Promise<CommandAnswer<AddedCodes>> {
  const { brandId } = caller;
  if (!(await knownPools(sql, brandId, [poolId])).has(poolId)) throw notFound();
  const work = { kind: fillPool, key: poolKey(brandId, poolId), brandId };
  await scheduleWork(sql, [{ ...work, payload: {}, dueAt: now.toISOString() }]);
  const pool = await lockPool(sql, brandId, poolId);
  if (pool === null) throw notFound();
  const added = await insertCodes(sql, pool, codes, now);
  const answer = { added, duplicates: codes.length - added };
  await recordAudit(sql, 'rewards', caller, commandCause(brandId, now), {
    action: 'code_pool.add_codes',
    target: { kind: 'code_pool', id: poolId },
    after: answer,
    at: now,
  });
  return { body: answer, mark: null };
}

/** A brand's pools, newest first, with what is left of each and who waits. */
export async function listCodePools(sql: Sql, brandId: string, { limit, cursor }: PageQuery) {
  const after = decodeCursor(cursor, timeCursor) ?? ([null, null] as const);
  const rows = await selectPools(sql, brandId, after, limit + 1);
  return pageOf(
    rows,
    limit,
    row => row,
    row => [row.createdAt, row.id],
  );
}

function notFound(): DomainError {
  return new DomainError('not_found', 'There is no code pool with this id: check the id.');
}
