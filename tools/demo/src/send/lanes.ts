import type { PlannedEvent } from '../plan/plan.js';

/**
 * Divides events over lanes so that an ambassador's are all in one, in their order: a lane is sent one batch after
 * the other, and events of one ambassador are judged in the order they were accepted (domain.md 2.16).
 */
export function lanesOf(events: readonly PlannedEvent[], width: number): PlannedEvent[][] {
  const lanes: PlannedEvent[][] = Array.from({ length: width }, () => []);
  const laneOf = new Map<string, PlannedEvent[]>();
  for (const event of events) {
    const who = event.ambassador.externalId;
    let lane = laneOf.get(who);
    if (!lane) {
      lane = lanes[laneOf.size % width]!;
      laneOf.set(who, lane);
    }
    lane.push(event);
  }
  return lanes.filter(lane => lane.length > 0);
}
