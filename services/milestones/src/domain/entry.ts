import type { EventOf } from '@cairn/contracts/envelope';
import type { entryPosted } from '@cairn/contracts/events/points/entry-posted';

/** A row of an ambassador's ledger, as points posted it. */
export type Entry = EventOf<typeof entryPosted>['data'];

/** The row with its envelope: what follows from it carries its cause. */
export type EntryEvent = EventOf<typeof entryPosted>;
