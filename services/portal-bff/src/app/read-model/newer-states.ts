import type { Envelope } from '@cairn/contracts/envelope';
import { judgeVersion } from '@cairn/service-kit/events/versions';

/** An aggregate of which versions are missing between the stored one and the one that came. */
export interface VersionGap {
  aggregate: string;
  stored: number;
  incoming: number;
}

/**
 * Of a chunk's events, in order, the newest state a key; what is not newer than the stored version was seen (design.md
 * §2). These events carry whole state, so a newer one is taken even over a gap, which is told.
 */
export function newerStates<Event extends Envelope>(
  events: readonly Event[],
  stored: ReadonlyMap<string, number>,
  keyOf: (event: Event) => string,
): { newest: Event[]; gaps: VersionGap[] } {
  const versions = new Map(stored);
  const newest = new Map<string, Event>();
  const gaps: VersionGap[] = [];
  for (const event of events) {
    const key = keyOf(event);
    const before = versions.get(key) ?? 0;
    const incoming = event.aggregateversion ?? 0;
    const verdict = judgeVersion(before, incoming);
    if (verdict === 'seen') continue;
    if (verdict === 'gap') gaps.push({ aggregate: event.aggregate ?? key, stored: before, incoming });
    versions.set(key, incoming);
    newest.set(key, event);
  }
  return { newest: [...newest.values()], gaps };
}
