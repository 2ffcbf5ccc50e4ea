import type { ServiceName } from '@cairn/local/services/service-names';
import type { World } from '../world/world.js';
import type { Fault } from './fault.js';

/** The service's database as it is now is kept aside. */
export function backUp(service: ServiceName): Fault {
  return {
    name: `back up ${service}`,
    strike: world => whileStopped(world, service, () => world.databases.keep(service)),
  };
}

/** The service's database is as it was when it was backed up, while Kafka went on. */
export function restore(service: ServiceName): Fault {
  return {
    name: `restore ${service}`,
    strike: async world => {
      await whileStopped(world, service, () => world.databases.restore(service));
      world.say(`restored ${service}: ${await world.streams.lag(service)} messages before it`);
    },
  };
}

async function whileStopped(world: World, service: ServiceName, work: () => Promise<void>): Promise<void> {
  const target = world.cairn.service(service);
  await target.stop();
  await work();
  await target.start();
}
