import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { type ClaimedWork, finishWork } from '@cairn/service-kit/due-work/due-work';
import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lockWaitingForAddress } from '../out/postgres/addresses.js';
import { changeTo, schedulePending } from './grant-events.js';

/** Has the products ordered that waited for nothing but their ambassador's address (domain.md 4.5). */
export async function orderClaimable(sql: Sql, ambassadorIds: readonly string[], now: Date): Promise<void> {
  const waiting = await lockWaitingForAddress(sql, ambassadorIds);
  const next = waiting.map(grant => ({ ...grant, status: 'pending' as const, version: grant.version + 1 }));
  await schedulePending(sql, await changeTo(sql, next, now), now);
}

/**
 * The same for an ambassador's grants that were recalled after a restore: the address may have come before them. Only as
 * due work, which begins when all is recalled: the stream may tell that they went on (ADR 26).
 */
@Injectable()
export class OrderClaimable {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async perform(work: ClaimedWork): Promise<void> {
    await inTransaction(this.db, async sql => {
      if (await finishWork(sql, work)) await orderClaimable(sql, [work.key], this.clock());
    });
  }
}
