import type { Movement } from '../domain/account.js';
import type { AwardState } from './working-set.js';

/** A ledger row with what its event needs. Points; instants in milliseconds. */
export interface LedgerRow extends Movement {
  id: string;
  brandId: string;
  ambassadorId: string;
  seq: number;
  pending: number;
  available: number;
  programId: string | null;
  seriesId: string | null;
  eventId: string;
  /** The event that caused the row. */
  envelopeId: string;
  originalId: string | null;
  occurredAt: number;
  acceptedAt: number;
  quiet: boolean;
  reason: string | null;
  rule: unknown;
  /** What its event took from all others of the brand (recalled-rows.ts). */
  claim: string | null;
}

/** What a row takes from the event, or the award, that it is of. */
export type Posted = Pick<AwardState, 'eventId' | 'envelopeId' | 'occurredAt' | 'acceptedAt' | 'quiet'> &
  Pick<LedgerRow, 'programId' | 'seriesId'>;
