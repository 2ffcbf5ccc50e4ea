import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceName } from '@cairn/local/services/service-names';
import { until } from '@cairn/service-kit/testing/until';
import type { World } from '../world/world.js';
import { withBacklog } from './backlog.js';
import type { Fault } from './fault.js';

const relayHolder = `
  SELECT l.pid FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = 728190002 AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

const relaySessions = `
  SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1`;

const outboxRows = 'SELECT count(*)::int AS rows FROM outbox';

/** Milliseconds for a successor to take over: the session time-outs of Kafka's group and of the relay's lock. */
const patience = 120_000;

/**
 * A copy with its consumers and its relay stands still (SIGSTOP) in the middle of its work until another copy has taken
 * over and worked everything off; then it wakes, and nothing may come of it: it says nothing that was said before.
 */
export function freeze(service: ServiceName): Fault {
  return {
    name: `freeze ${service}`,
    strike: async world => {
      world.pacing.hold();
      try {
        const before = await holderOf(world, service);
        const { part: successor } = await world.cairn.addCopy(service);
        try {
          await freezeAtWork(world, service);
          await takenOver(world, service, before);
          const ends = await world.streams.endsOf(service);
          world.cairn.service(service).signal('SIGCONT');
          await awake(world, service);
          const repeats = await world.streams.repeatsOf(service, ends);
          if (repeats.length > 0) {
            throw new Error(`${service} woke and repeated ${repeats.length}: ${JSON.stringify(repeats[0])}`);
          }
        } finally {
          world.cairn.service(service).signal('SIGCONT');
          await successor.stop();
        }
      } finally {
        world.pacing.release();
      }
    },
  };
}

/** Stopped a moment after it began on a backlog, with what it was in the middle of. */
async function freezeAtWork(world: World, service: ServiceName): Promise<void> {
  world.pacing.release();
  await withBacklog(world, service, 20);
  await pause(world.random.between(0, 30));
  world.cairn.service(service).signal('SIGSTOP');
  world.pacing.hold();
}

/** The successor has the relay's lock, has read everything and published everything. */
async function takenOver(world: World, service: ServiceName, before: number | undefined): Promise<void> {
  await until(
    `${service}'s relay is its successor's`,
    async () => {
      const now = await holderOf(world, service);
      return now !== undefined && now !== before;
    },
    patience,
  );
  await until(
    `${service}'s backlog is worked off`,
    async () =>
      (await world.streams.lag(service)) === 0 &&
      (await world.databases.query<{ rows: number }>(service, outboxRows))[0]?.rows === 0,
    patience,
  );
}

/** It has noticed that its relay's session is gone, and waits in line with a new one. */
async function awake(world: World, service: ServiceName): Promise<void> {
  const sessions = async () =>
    (await world.databases.query(service, relaySessions, [`cairn-${service}-relay`])).length;
  await until(`${service} is awake`, async () => (await sessions()) === 2, patience);
}

async function holderOf(world: World, service: ServiceName): Promise<number | undefined> {
  return (await world.databases.query<{ pid: number }>(service, relayHolder))[0]?.pid;
}
