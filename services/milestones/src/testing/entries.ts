import { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { derivedId } from '@cairn/service-kit/events/derive';
import type { EntryEvent } from '../domain/entry.js';

export interface EntryOf {
  brandId: string;
  ambassadorId: string;
  seq: number;
  seriesId: string | null;
  /** Available points, or held ones with `held`. */
  points: number;
  held?: boolean;
  quiet?: boolean;
  programId?: string | null;
  kind?: EntryEvent['data']['kind'];
}

/** A ledger row as points publishes it; balances, which milestones does not read, are left at 0. */
export function entryOf(row: EntryOf): EntryEvent {
  const entryId = derivedId('test entry', row.ambassadorId, row.seq);
  return {
    specversion: '1.0',
    id: derivedId('test entry event', row.ambassadorId, row.seq),
    source: 'cairn/points',
    type: entryPosted.type,
    time: '2026-11-01T10:00:00.000Z',
    brandid: row.brandId,
    acceptedat: '2026-11-01T10:00:00.000Z',
    correlationid: `evt-${row.seq}`,
    causationid: derivedId('test cause', row.ambassadorId, row.seq),
    aggregate: `ledger:${row.ambassadorId}`,
    aggregateversion: row.seq,
    data: {
      entryId,
      ambassadorId: row.ambassadorId,
      seq: row.seq,
      kind: row.kind ?? 'referral',
      programId: row.programId ?? null,
      seriesId: row.seriesId,
      pendingDelta: row.held ? row.points : 0,
      availableDelta: row.held ? 0 : row.points,
      pending: 0,
      available: 0,
      pendingUntil: null,
      eventId: `evt-${row.seq}`,
      originalEntryId: null,
      occurredAt: '2026-11-01T10:00:00.000Z',
      postedAt: '2026-11-01T10:00:00.000Z',
      quiet: row.quiet ?? false,
    },
  };
}
