import { setTimeout as pause } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '@cairn/local/services/service-names';
import type { PartName } from '@cairn/local/stack/stack';
import type { Supervised } from '@cairn/local/stack/supervised';
import { until } from '@cairn/service-kit/testing/until';
import { isReady, pidOf, untilBack, type World } from '../world/world.js';
import { withBacklog } from './backlog.js';
import type { Fault } from './fault.js';

/** Tries until a kill meets a service with messages before it. */
const tries = 8;

/** Milliseconds that a service may have been at its backlog, at most, when it is killed; half as many each try. */
const headStart = 500;

/**
 * SIGKILL of a service while messages wait for it: asserted afterwards, from what its database has stored and where the
 * topics ended before. ingestion reads the catalog alone: it is killed while it takes events, and the lag is points'.
 */
export function killService(service: ServiceName): Fault {
  const reader = service === 'ingestion' ? 'points' : service;
  return {
    name: `kill ${service}`,
    strike: async world => {
      for (let tried = 1; ; tried++) {
        if (tried > 1) world.pacing.next();
        await withBacklog(world, reader, 20);
        const ends = await world.streams.endsFor(reader);
        await pause(world.random.between(0, headStart >> tried));
        const target = world.cairn.service(service);
        const died = pidOf(target);
        target.signal('SIGKILL');
        await until(`${service} is dead`, () => target.pid !== died);
        const lag = await world.streams.behind(reader, ends);
        await untilBack(world, service, died);
        if (lag > 0) return world.say(`killed ${service} with a lag of ${lag} of ${reader}`);
        if (tried === tries) throw new Error(`${service} was killed ${tries} times, never with a lag`);
      }
    },
  };
}

/** SIGKILL of Kafka, Postgres or Redis while messages wait for points, for `away` milliseconds at least. */
export function killPart(part: Extract<PartName, 'kafka' | 'postgres' | 'redis'>, away = 2_000): Fault {
  return {
    name: `kill ${part}`,
    strike: async world => {
      for (let tried = 1; ; tried++) {
        if (tried > 1) world.pacing.next();
        const lag = await killPartOnce(world, part, away, headStart >> tried);
        if (lag > 0) return world.say(`killed ${part} with a lag of ${lag} of points`);
        if (tried === tries) throw new Error(`${part} was killed ${tries} times, never with a lag`);
      }
    },
  };
}

async function killPartOnce(world: World, name: PartName, away: number, most: number): Promise<number> {
  const part = world.cairn.stack.part(name);
  if (part === undefined) throw new Error(`${name} is not embedded`);
  const points = world.cairn.service('points');
  await withBacklog(world, 'points', 50);
  const ends = await world.streams.endsFor('points');
  await pause(world.random.between(0, most));
  // Supervision would start it at once: it is to be away for a while.
  await part.stop('SIGKILL');
  // Held where it is until its database can be asked what it had done.
  points.signal('SIGSTOP');
  let lag: number;
  try {
    if (name !== 'postgres') lag = await world.streams.behind('points', ends);
    await pause(away);
    await until(`${name} starts`, () => started(part), 120_000);
    lag ??= await world.streams.behind('points', ends);
  } finally {
    points.signal('SIGCONT');
  }
  await until(
    'the services are ready again',
    async () => {
      const urls = serviceNames.map(service => world.cairn.urlOf(service));
      return (await Promise.all(urls.map(isReady))).every(Boolean);
    },
    180_000,
  );
  return lag;
}

/** Postgres does not start while processes of the killed one still hold its memory. */
async function started(part: Supervised): Promise<boolean> {
  try {
    await part.start();
    return true;
  } catch {
    return false;
  }
}
