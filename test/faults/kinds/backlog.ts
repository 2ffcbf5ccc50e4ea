import type { ServiceName } from '@cairn/local/services/service-names';
import { until } from '@cairn/service-kit/testing/until';
import type { World } from '../world/world.js';

/** Milliseconds; under the session time-out, so that the service keeps its partitions. */
const patience = 4_000;

/**
 * Has a service stand still until `least` messages wait for it, or for four seconds, then lets it go on: it has something
 * to do. Whoever needs a backlog asserts it afterwards.
 */
export async function withBacklog(world: World, service: ServiceName, least: number): Promise<void> {
  const target = world.cairn.service(service);
  target.signal('SIGSTOP');
  try {
    await until(
      `${least} messages wait for ${service}`,
      async () => (await world.streams.lag(service)) >= least,
      patience,
    ).catch(() => undefined);
  } finally {
    target.signal('SIGCONT');
  }
}
