import { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import type { Adjustment, CreateAdjustment } from '@cairn/contracts/http/adjustment';
import { recordAudit } from '@cairn/service-kit/audit';
import { commandCause, derivedId, deriveEvent } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { appendToOutbox } from '@cairn/service-kit/outbox/append';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { within } from '../domain/catalog.js';
import { currentSeries } from '../domain/earning-series.js';
import { ambassadorKnown } from '../out/postgres/ledger-reads.js';
import { judge } from './judge.js';
import type { LedgerRow } from './ledger-row.js';

/**
 * Adds points to an ambassador's ledger, or takes some (domain.md 2.10): always, also below zero. They count in the
 * series of the program that the ambassador is in now, if that is live or paused.
 * @throws DomainError `not_found` for an ambassador that the brand does not have.
 */
export async function adjust(
  sql: Sql,
  caller: Caller,
  ambassadorId: string,
  { points, reason }: CreateAdjustment,
  now: Date,
): Promise<CommandAnswer<Adjustment>> {
  const { brandId } = caller;
  await ambassadorKnown(sql, brandId, ambassadorId);
  const cause = commandCause(brandId, now);
  const eventId = `adjustment:${cause.causationId}`;
  const entryId = derivedId('entry', cause.causationId);
  const at = now.getTime();
  let row: LedgerRow | undefined;
  const subjects = { brandIds: [brandId], orders: [], refs: [], ambassadorIds: [ambassadorId] };
  await judge(sql, now, subjects, (judgement, set) => {
    const state = set.accounts.get(ambassadorId)!;
    judgement.releaseDue(state);
    const programId = state.memberships.find(membership => within(membership, at))?.programId ?? null;
    const { series } = set.catalogs.get(brandId)!;
    const seriesId = programId === null ? null : (currentSeries(series, programId, at)?.seriesId ?? null);
    const of = { programId, seriesId, eventId, envelopeId: cause.causationId, quiet: false };
    const movement = { kind: 'adjustment' as const, pendingDelta: 0, availableDelta: points };
    const times = { occurredAt: at, acceptedAt: at };
    judgement.post(state, movement, { ...of, ...times }, entryId, null, { reason });
    row = judgement.rows.at(-1);
  });
  const { programId, seriesId, available, pending } = row!;
  await tell(
    sql,
    { ...cause, correlationId: eventId },
    { entryId, ambassadorId, eventId, points, reason },
    now,
  );
  await recordAudit(sql, 'points', caller, cause, {
    action: 'ambassador.adjust',
    target: { kind: 'ambassador', id: ambassadorId },
    before: { available: available - points },
    after: { entryId, points, reason, available },
    at: now,
  });
  const body = { id: entryId, eventId, points, reason, programId, seriesId, available, pending };
  return { body, mark: null };
}

/** The reason is told beside the row: that is kept for ever, and this is a person's text. */
async function tell(
  sql: Sql,
  cause: ReturnType<typeof commandCause>,
  of: { entryId: string; ambassadorId: string; eventId: string; points: number; reason: string },
  now: Date,
): Promise<void> {
  const time = now.toISOString();
  const event = deriveEvent(adjustmentPosted, {
    source: 'points',
    cause,
    ordinal: 0,
    aggregate: `adjustment:${of.entryId}`,
    version: 1,
    time,
    data: { ...of, occurredAt: time },
  });
  await appendToOutbox(sql, [{ topic: 'receipts', key: `${cause.brandId}:${of.ambassadorId}`, event }]);
}
