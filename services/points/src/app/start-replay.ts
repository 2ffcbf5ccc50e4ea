import { mostReplayedByName, type ReplayReceipts } from '@cairn/contracts/http/replay';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { findReceipt } from '../out/postgres/receipts.js';
import {
  countKept,
  type KeptEvent,
  type KeptFilter,
  keptByFilter,
  keptByName,
} from '../out/postgres/refused-events.js';
import { insertReplay } from '../out/postgres/replays.js';
import { answerOf, nothing, previewReplay, type ReplayOutcome, replay } from './replay.js';
import { replayWork } from './replay-steps.js';

/** What a replay answers: what became of it, or where to look how far it has come. */
export type ReplayStarted =
  | { kind: 'answered'; answer: ReturnType<typeof answerOf> }
  | { kind: 'running'; id: string };

/**
 * Replays events that were refused because no series was live, or tells what that would do (domain.md 2.7). Up to a
 * thousand are judged at once; more become work that goes on by itself.
 * @throws DomainError `not_replayable` for another reason; `not_found` for an event that was not judged.
 */
export async function startReplay(
  sql: Sql,
  caller: Caller,
  body: ReplayReceipts,
  now: Date,
): Promise<CommandAnswer<ReplayStarted>> {
  const { brandId } = caller;
  const { eventIds, filter, preview } = body;
  if (filter !== undefined && filter.reason !== 'no_live_series') throw notReplayable(filter.reason);
  const found: KeptFilter = { ...filter, acceptedUntil: now.toISOString() };
  const events = await (eventIds === undefined
    ? keptByFilter(sql, brandId, found, null, mostReplayedByName + 1)
    : named(sql, brandId, eventIds));
  if (!preview) await audit(sql, caller, body, now);
  if (events.length > mostReplayedByName) {
    const id = newId();
    const total = await countKept(sql, brandId, found);
    await insertReplay(sql, { id, brandId, preview, filter: found, total, at: now.toISOString() });
    await scheduleWork(sql, [{ kind: replayWork, key: id, brandId, payload: {}, dueAt: now.toISOString() }]);
    return { body: { kind: 'running', id }, mark: null };
  }
  const outcome = await judged(sql, events, preview, now);
  return { body: { kind: 'answered', answer: answerOf(outcome, preview) }, mark: null };
}

async function judged(
  sql: Sql,
  events: readonly KeptEvent[],
  preview: boolean,
  now: Date,
): Promise<ReplayOutcome> {
  if (events.length === 0) return nothing;
  return preview ? await previewReplay(sql, events, now) : await replay(sql, events, now);
}

/** Those that were awarded meanwhile are left out. */
async function named(sql: Sql, brandId: string, eventIds: readonly string[]): Promise<KeptEvent[]> {
  const events = await keptByName(sql, brandId, eventIds);
  const known = new Set(events.map(event => event.eventId));
  const others = [...new Set(eventIds)].filter(id => !known.has(id));
  for (const eventId of others) {
    const receipt = await findReceipt(sql, brandId, eventId);
    if (receipt === undefined) {
      throw new DomainError('not_found', `No event ${eventId} was judged: take ids from GET /receipts.`);
    }
    if (receipt.status === 'not_awarded' && receipt.reason !== 'no_live_series')
      throw notReplayable(receipt.reason ?? receipt.status, eventId);
    if (receipt.status === 'not_awarded') {
      throw new DomainError(
        'not_replayable',
        `Event ${eventId} was refused before events were kept for a replay: send it again with another id.`,
      );
    }
  }
  return events;
}

function notReplayable(reason: string, eventId?: string): DomainError {
  const which = eventId === undefined ? '' : `Event ${eventId} was refused for ${reason}. `;
  return new DomainError(
    'not_replayable',
    `${which}Only events that were refused for no_live_series can be replayed: for another reason, mend the cause and send a new event.`,
  );
}

async function audit(sql: Sql, caller: Caller, { eventIds, filter }: ReplayReceipts, now: Date) {
  const cause = commandCause(caller.brandId, now);
  await recordAudit(sql, 'points', caller, cause, {
    action: 'receipts.replay',
    target: { kind: 'receipts', id: cause.causationId },
    after: eventIds === undefined ? { filter } : { eventIds },
    at: now,
  });
}
