import type { Cause } from '@cairn/service-kit/events/derive';
import type { RowMark } from '../domain/entry.js';

/** What follows from a ledger row has its event as the cause. */
export function causeOfRow(brandId: string, { causeId, correlationId, acceptedAt }: RowMark): Cause {
  return { brandId, causationId: causeId, correlationId, acceptedAt };
}
