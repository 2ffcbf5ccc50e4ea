import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork, scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { expiryOf } from '../domain/discount.js';
import type { Grant } from '../domain/grant.js';
import { fillPool } from '../domain/work.js';
import {
  type CodePool,
  codesLeft,
  drawCodes,
  lockOpenGrants,
  lockPendingGrants,
  lockPool,
} from '../out/postgres/code-pools.js';
import { changeTo } from './grant-events.js';

/** Grants in one transaction; more of them are the next one's. */
const batch = 500;

interface Filled {
  pool: CodePool;
  left: number;
  /** Grants that learned that they wait. */
  waiting: number;
}

/**
 * Gives a pool's codes to the grants that want one, the oldest first, and tells the rest that they wait (domain.md 4.3,
 * 4.6). One work a pool: whoever comes later never draws before those who wait. The work is taken off before grants are
 * read, so a grant that comes meanwhile schedules it again.
 */
@Injectable()
export class FillPool {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    const filled = await inTransaction(this.db, async sql =>
      (await finishWork(sql, work)) ? await this.fill(sql, work) : null,
    );
    if (filled === null) return;
    const { pool, left, waiting } = filled;
    if (left > pool.lowAt && waiting === 0) return;
    const { brandId, poolId, name, lowAt } = pool;
    const what = left === 0 ? 'a code pool is empty: upload codes' : 'a code pool runs low: upload codes';
    this.logger.warn({ brandId, poolId, name, left, lowAt, waiting }, what);
  }

  private async fill(sql: Sql, { brandId, key }: ClaimedWork): Promise<Filled | null> {
    const now = this.clock();
    const poolId = key.slice(brandId.length + 1);
    const pool = await lockPool(sql, brandId, poolId);
    const open = await lockOpenGrants(sql, brandId, poolId, batch);
    let isMore = open.length === batch;
    if (pool === null) {
      await changeTo(sql, open.map(withoutPool), now);
      if (isMore) await this.again(sql, brandId, key, now);
      return null;
    }
    const ids = open.map(grant => grant.grantId);
    const codes = await drawCodes(sql, poolId, ids, now);
    await changeTo(
      sql,
      open.filter(grant => codes.has(grant.grantId)).map(grant => issued(grant, codes.get(grant.grantId)!)),
      now,
    );
    let waiting = 0;
    if (codes.size < open.length) {
      const rest = await lockPendingGrants(sql, brandId, poolId, batch);
      waiting = (await changeTo(sql, rest.map(nowWaiting), now)).length;
      isMore = rest.length === batch;
    }
    if (isMore) await this.again(sql, brandId, key, now);
    return { pool, waiting, left: await codesLeft(sql, poolId) };
  }

  private async again(sql: Sql, brandId: string, key: string, now: Date): Promise<void> {
    await scheduleWork(sql, [{ kind: fillPool, key, brandId, payload: {}, dueAt: now.toISOString() }]);
  }
}

function issued(grant: Grant, code: string): Grant {
  const { reward } = grant;
  const expiresAt = reward.type === 'discount_code' ? expiryOf(reward, grant.unlockedAt) : null;
  return { ...grant, status: 'issued', code, expiresAt, problem: null, version: grant.version + 1 };
}

function nowWaiting(grant: Grant): Grant {
  return { ...grant, status: 'waiting_for_codes', version: grant.version + 1 };
}

function withoutPool(grant: Grant): Grant {
  const problem = 'The brand has no such code pool: give another reward instead';
  return { ...grant, status: 'needs_attention', problem, version: grant.version + 1 };
}
