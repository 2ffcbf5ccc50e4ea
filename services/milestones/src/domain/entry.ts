import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';

/** A row of an ambassador's ledger, as points posted it, with its envelope: what follows from it carries its cause. */
export type EntryEvent = EventOf<typeof entryPosted>;

/**
 * What an unlock says of what reached it: a row, whose mark is kept with progress while a pause lasts, or a retroactive
 * publish, which is nobody's row.
 */
export interface RowMark {
  /** Id of the row's event, or of the command that published: the unlock's cause. */
  causeId: string;
  correlationId: string;
  /** RFC 3339. */
  acceptedAt: string;
  /** Null for a retroactive publish. */
  entryId: string | null;
  programId: string | null;
  /** Loaded history (1.6). */
  quiet: boolean;
}

export function markOf({ id, correlationid, acceptedat, data }: EntryEvent): RowMark {
  const { entryId, programId, quiet } = data;
  return { causeId: id, correlationId: correlationid, acceptedAt: acceptedat, entryId, programId, quiet };
}
