import type { EventOf } from '@cairn/contracts/envelope';
import type { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { topics } from '@cairn/contracts/topics';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { judgeVersion } from '@cairn/service-kit/events/versions';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { versionGaps } from '@cairn/service-kit/telemetry/metrics';
import { sendMessage } from '../domain/message.js';
import { decideUnlockMail } from '../domain/readiness.js';
import { lockUnlockMails } from '../out/postgres/messages.js';
import {
  copyGrants,
  expectedGrants,
  type GrantRow,
  grantVersions,
  loadMeetings,
  lockUnlocks,
} from '../out/postgres/unlocks.js';
import { addRewardMails } from './add-reward-mails.js';

/**
 * Keeps what became of grants, and sends the mails that waited for them: the unlock mail when the last comes in time, the
 * one second mail when it came too late for it (domain.md 5.1).
 */
export async function recordGrants(
  sql: Sql,
  events: readonly EventOf<typeof grantChanged>[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map<GrantRow>(event => ({
    grantId: event.data.grantId,
    unlockId: event.data.unlockId,
    brandId: event.brandid,
    state: event.data,
    version: event.aggregateversion ?? 1,
  }));
  await lockUnlocks(
    sql,
    rows.map(({ unlockId, brandId }) => ({ unlockId, brandId, unlock: null })),
    now,
  );
  await copyGrants(sql, await newest(sql, rows));
  const unlockIds = [...new Set(rows.map(row => row.unlockId))];
  const meetings = await loadMeetings(sql, unlockIds);
  const mails = await lockUnlockMails(sql, unlockIds);
  const complete = mails.filter(mail => {
    const meeting = meetings.get(mail.unlockId ?? '');
    return (
      mail.status === 'waiting' &&
      meeting !== undefined &&
      decideUnlockMail(expectedGrants(meeting), 0).kind === 'send'
    );
  });
  const dueAt = now.toISOString();
  await scheduleWork(
    sql,
    complete.map(mail => ({
      kind: sendMessage,
      key: mail.messageId,
      brandId: mail.brandId,
      payload: {},
      dueAt,
      cause: mail,
    })),
  );
  await addRewardMails(sql, mails, meetings, now);
}

/**
 * The last state of each grant. A grant's events carry its whole state, so one that is missing between loses nothing; it
 * is counted, for it should not happen.
 */
async function newest(sql: Sql, rows: readonly GrantRow[]): Promise<GrantRow[]> {
  const versions = await grantVersions(sql, [...new Set(rows.map(row => row.grantId))]);
  const last = new Map<string, GrantRow>();
  for (const row of rows) {
    const verdict = judgeVersion(versions.get(row.grantId) ?? 0, row.version);
    if (verdict === 'seen') continue;
    if (verdict === 'gap') versionGaps.inc({ topic: topics.rewards.topic });
    versions.set(row.grantId, row.version);
    last.set(row.grantId, row);
  }
  return [...last.values()];
}
