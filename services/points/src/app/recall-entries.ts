import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { judgeVersion } from '@cairn/service-kit/events/versions';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { lockForRecall, moveAccounts } from '../out/postgres/accounts.js';
import { adoptRows } from '../out/postgres/ledger.js';
import { replayRecalledWork } from './replay-steps.js';

export type EntryEvent = EventOf<typeof entryPosted>;

/**
 * Takes rows that this database has forgotten back into its ledger, as the own stream tells them (ADR 26). What they
 * are of will be judged again, and then posts nothing. Of a number that is there twice the first holds, as it did for
 * every reader.
 * @returns rows that do not follow the ones before them, which are left: an alarm, for the stream has lost some.
 */
export async function recallEntries(
  sql: Sql,
  events: readonly EntryEvent[],
  now: Date,
): Promise<EntryEvent[]> {
  const accounts = await lockForRecall(sql, events);
  const last = new Map<string, EntryEvent>();
  const forgotten: EntryEvent[] = [];
  const left: EntryEvent[] = [];
  for (const event of events) {
    const { ambassadorId, seq } = event.data;
    const known = last.get(ambassadorId)?.data.seq ?? accounts.get(ambassadorId) ?? 0;
    const verdict = judgeVersion(known, seq);
    if (verdict === 'gap') left.push(event);
    if (verdict !== 'apply') continue;
    last.set(ambassadorId, event);
    forgotten.push(event);
  }
  await adoptRows(sql, forgotten, now.toISOString());
  if (forgotten.length > 0) await scheduleReplay(sql, now);
  await moveAccounts(
    sql,
    [...last.values()].map(({ data }) => data),
  );
  return left;
}

/** Of what a replay has awarded the events do not come again: they are judged again from what is kept of them. */
async function scheduleReplay(sql: Sql, now: Date): Promise<void> {
  await scheduleWork(sql, [
    { kind: replayRecalledWork, key: 'all', brandId: noBrand, payload: {}, dueAt: now.toISOString() },
  ]);
}

/** The work is of all brands. */
const noBrand = '00000000-0000-0000-0000-000000000000';
