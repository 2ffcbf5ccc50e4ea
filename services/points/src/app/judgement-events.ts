import { entryPosted } from '@cairn/contracts/events/points/entry-posted';
import { receiptChanged } from '@cairn/contracts/events/points/receipt-changed';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import type { OutgoingEvent } from '@cairn/service-kit/outbox/append';
import type { LedgerRow } from './ledger-row.js';
import type { ReceiptState } from './receipt-book.js';
import { keyOf } from './working-set.js';

/** @param pendingUntil when each account's earliest open hold ends. @param at RFC 3339. */
export function entryEvents(
  rows: readonly LedgerRow[],
  pendingUntil: ReadonlyMap<string, string>,
  at: string,
): OutgoingEvent[] {
  return rows.map(row => ({
    topic: 'entries',
    key: `${row.brandId}:${row.ambassadorId}`,
    event: deriveEvent(entryPosted, {
      source: 'points',
      cause: causeOf(row),
      ordinal: row.id,
      aggregate: `ledger:${row.ambassadorId}`,
      version: row.seq,
      time: at,
      data: {
        entryId: row.id,
        ambassadorId: row.ambassadorId,
        seq: row.seq,
        kind: row.kind,
        programId: row.programId,
        seriesId: row.seriesId,
        pendingDelta: row.pendingDelta,
        availableDelta: row.availableDelta,
        pending: row.pending,
        available: row.available,
        pendingUntil: row.pending === 0 ? null : (pendingUntil.get(row.ambassadorId) ?? null),
        eventId: row.eventId,
        originalEntryId: row.originalId,
        occurredAt: new Date(row.occurredAt).toISOString(),
        postedAt: at,
        quiet: row.quiet,
        claim: row.claim,
      },
    }),
  }));
}

/** @param versions of each receipt that changed, its version by brand and event. @param at RFC 3339. */
export function receiptEvents(
  receipts: readonly ReceiptState[],
  versions: ReadonlyMap<string, number>,
  at: string,
): OutgoingEvent[] {
  return receipts.flatMap(receipt => {
    const version = versions.get(keyOf(receipt.brandId, receipt.eventId));
    if (version === undefined) return [];
    const key = `${receipt.brandId}:${receipt.ambassadorId ?? `event:${receipt.eventId}`}`;
    return {
      topic: 'receipts' as const,
      key,
      event: deriveEvent(receiptChanged, {
        source: 'points',
        cause: causeOf(receipt),
        ordinal: version,
        aggregate: `receipt:${receipt.brandId}:${receipt.eventId}`,
        version,
        time: at,
        data: {
          eventId: receipt.eventId,
          ambassadorId: receipt.ambassadorId,
          activity: receipt.activity,
          status: receipt.status,
          reason: receipt.reason,
          review: receipt.review,
          points: receipt.points,
          entryId: receipt.entryId,
          subject: receipt.subject,
          programId: receipt.programId,
          order: receipt.order,
          occurredAt: new Date(receipt.occurredAt).toISOString(),
          at,
          availableAt: receipt.availableAt === null ? null : new Date(receipt.availableAt).toISOString(),
          ...(receipt.replaces === null ? {} : { replaces: receipt.replaces }),
        },
      }),
    };
  });
}

function causeOf(of: { brandId: string; eventId: string; envelopeId: string; acceptedAt: number }) {
  return {
    brandId: of.brandId,
    causationId: of.envelopeId,
    correlationId: of.eventId,
    acceptedAt: new Date(of.acceptedAt).toISOString(),
  };
}
