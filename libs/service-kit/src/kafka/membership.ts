import type { Consumer } from 'kafkajs';

export const CONSUMER_GROUPS = Symbol('consumer groups');

interface GroupState {
  joined: boolean;
  /** kafkajs gave up for good: nothing will be consumed until the process starts anew. */
  dead: boolean;
  /** Milliseconds since the epoch of the last sign of the consumer's own loop: a fetch, a join, or a crash it mends. */
  seenAt: number;
}

/** What health knows of the consumers: who is in its group, and whose loop no longer turns. */
export interface ConsumerGroups {
  watch(group: string, consumer: Consumer): void;
  /** A batch is being worked on; the answer ends it. */
  begin(batch: string): () => void;
  outside(): string[];
  /** Consumers that gave up or stand still for `ms`, and batches that take longer: kafkajs can hang without an error. */
  stuck(ms: number): string[];
}

export function groupMembership(now: () => number = Date.now): ConsumerGroups {
  const states = new Map<string, GroupState>();
  const batches = new Map<string, number>();
  const change = (group: string, part: Partial<GroupState>) => {
    const state = states.get(group) ?? { joined: false, dead: false, seenAt: now() };
    states.set(group, { ...state, ...part, seenAt: now() });
  };
  return {
    watch(group, consumer) {
      change(group, {});
      const { GROUP_JOIN, FETCH, STOP, DISCONNECT, CRASH } = consumer.events;
      consumer.on(GROUP_JOIN, () => change(group, { joined: true, dead: false }));
      consumer.on(FETCH, () => change(group, {}));
      consumer.on(CRASH, ({ payload }) => change(group, { joined: false, dead: !payload.restart }));
      for (const event of [STOP, DISCONNECT]) consumer.on(event, () => change(group, { joined: false }));
    },
    begin(batch) {
      batches.set(batch, now());
      return () => batches.delete(batch);
    },
    outside: () => [...states].filter(([, state]) => !state.joined).map(([group]) => group),
    stuck: ms => [
      ...[...states].filter(([, state]) => state.dead || now() - state.seenAt > ms).map(([group]) => group),
      ...[...batches].filter(([, began]) => now() - began > ms).map(([batch]) => batch),
    ],
  };
}
