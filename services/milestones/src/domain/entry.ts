import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';

/** A row of an ambassador's ledger, as points posted it, with its envelope: what follows from it carries its cause. */
export type EntryEvent = EventOf<typeof entryPosted>;

/** Of a row, what an unlock says of the row that reached it; kept with progress while a pause lasts. */
export interface RowMark {
  /** Id of the row's event: the unlock's cause. */
  causeId: string;
  correlationId: string;
  /** RFC 3339. */
  acceptedAt: string;
  entryId: string;
  programId: string | null;
  /** Loaded history (1.6). */
  quiet: boolean;
}

export function markOf({ id, correlationid, acceptedat, data }: EntryEvent): RowMark {
  const { entryId, programId, quiet } = data;
  return { causeId: id, correlationId: correlationid, acceptedAt: acceptedat, entryId, programId, quiet };
}
