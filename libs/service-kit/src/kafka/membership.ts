import type { Consumer } from 'kafkajs';

export const CONSUMER_GROUPS = Symbol('consumer groups');

interface GroupState {
  joined: boolean;
  /** Milliseconds since the epoch of the last processed chunk, or of the last time there was nothing to do. */
  progressAt: number;
  lag: number;
}

/** What health knows of the consumers: who is in its group, and who has lag without progress. */
export interface ConsumerGroups {
  watch(group: string, consumer: Consumer): void;
  progressed(group: string): void;
  lagging(group: string, lag: number): void;
  outside(): string[];
  /** Groups with lag that made no progress for `ms`: a kafkajs consumer can hang without an error. */
  stuck(ms: number): string[];
}

export function groupMembership(now: () => number = Date.now): ConsumerGroups {
  const states = new Map<string, GroupState>();
  const change = (group: string, part: Partial<GroupState>) => {
    const state = states.get(group) ?? { joined: false, progressAt: now(), lag: 0 };
    states.set(group, { ...state, ...part });
  };
  return {
    watch(group, consumer) {
      change(group, {});
      consumer.on(consumer.events.GROUP_JOIN, () => change(group, { joined: true, progressAt: now() }));
      for (const event of [consumer.events.STOP, consumer.events.DISCONNECT, consumer.events.CRASH]) {
        consumer.on(event, () => change(group, { joined: false }));
      }
    },
    progressed: group => change(group, { progressAt: now() }),
    lagging: (group, lag) => change(group, lag === 0 ? { lag, progressAt: now() } : { lag }),
    outside: () => [...states].filter(([, state]) => !state.joined).map(([group]) => group),
    stuck: ms =>
      [...states]
        .filter(([, state]) => state.lag > 0 && now() - state.progressAt > ms)
        .map(([group]) => group),
  };
}
