import type { ServiceName } from '@cairn/local/services/service-names';
import { until } from '@cairn/service-kit/testing/until';
import type { World } from '../world/world.js';
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
      const frozen = world.cairn.service(service);
      const before = await holderOf(world, service);
      const successor = await world.cairn.addCopy(service);
      await until(`${service} has work`, async () => (await world.streams.lag(service)) > 0, patience);
      frozen.signal('SIGSTOP');
      world.pacing.hold();
      try {
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
        const ends = await world.streams.endsOf(service);
        frozen.signal('SIGCONT');
        await until(
          `${service} is awake`,
          async () =>
            (await world.databases.query(service, relaySessions, [`cairn-${service}-relay`])).length === 2,
          patience,
        );
        const repeats = await world.streams.repeatsOf(service, ends);
        if (repeats.length > 0) {
          throw new Error(`${service} woke and repeated ${repeats.length}: ${JSON.stringify(repeats[0])}`);
        }
      } finally {
        frozen.signal('SIGCONT');
        world.pacing.release();
        await successor.stop();
      }
    },
  };
}

async function holderOf(world: World, service: ServiceName): Promise<number | undefined> {
  return (await world.databases.query<{ pid: number }>(service, relayHolder))[0]?.pid;
}
