import type { SeriesStatus } from '@cairn/contracts/events/catalog/series-changed';
import type { Period } from '@cairn/contracts/tier';

/** Where a published series stands (3.2). Instants are RFC 3339 in UTC, `live` ascending. */
export interface Lifecycle {
  status: SeriesStatus;
  live: Period[];
  endsAt: string | null;
}

export interface Turned {
  live: Period[];
  endsAt: string | null;
  isPaused: boolean;
}

/** Why it cannot be, with a stable code and what to do. */
interface Refused {
  refused: { code: string; detail: string };
}

export type Turn = (series: Lifecycle, now: string) => Turned | Refused;

/** A pause is `[now, resume)` (3.2): the open span closes. Only what is live can be paused. */
export const pause: Turn = ({ status, live, endsAt }, now) => {
  switch (status) {
    case 'live':
      return { live: closed(live, now), endsAt, isPaused: true };
    case 'paused':
      return refuse('series_not_live', 'The series is paused already: resume it to go on.');
    case 'scheduled':
      return refuse('series_not_live', 'The series has not begun: pause it once it is live, or end it.');
    case 'draft':
      return refuse('series_not_live', 'The series is a draft: publish it first.');
    case 'ended':
      return ended;
  }
};

/** Opens a span until the end that was set, if one was (3.2). */
export const resume: Turn = ({ status, live, endsAt }, now) => {
  if (status === 'ended') return ended;
  if (status !== 'paused')
    return refuse('series_not_paused', 'The series is not paused: there is nothing to resume.');
  return {
    live: [...live, { from: notBefore(live.at(-1)?.to ?? null, now), to: endsAt }],
    endsAt,
    isPaused: false,
  };
};

/** Ends it now; one that has not begun was never live. A paused one is resumed for no time at all (3.2). */
export const end: Turn = ({ status, live }, now) => {
  if (status === 'ended') return ended;
  if (status === 'draft')
    return refuse('series_not_live', 'The series is a draft: nothing of it is published that could end.');
  const spans = status === 'scheduled' ? [] : closed(live, now);
  return { live: spans, endsAt: now, isPaused: false };
};

const ended = refuse('series_ended', 'The series has ended: make a new one to go on.');

/** The spans up to `now`; one that would be empty goes. */
function closed(live: readonly Period[], now: string): Period[] {
  return live
    .filter(span => span.from < now)
    .map(span => (span.to === null || span.to > now ? { ...span, to: now } : span));
}

function notBefore(earliest: string | null, now: string): string {
  return earliest !== null && earliest > now ? earliest : now;
}

function refuse(code: string, detail: string): Refused {
  return { refused: { code, detail } };
}
