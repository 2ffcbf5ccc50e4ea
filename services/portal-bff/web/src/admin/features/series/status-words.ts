import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';

/** A series' status as the list says it (domain.md 3.2). */
export const statusWords: Record<SeriesStatus, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  live: 'Live',
  paused: 'Paused',
  ended: 'Ended',
};
