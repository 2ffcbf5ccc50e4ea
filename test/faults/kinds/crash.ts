import type { ServiceName } from '@cairn/local/services/service-names';
import type { CrashPoint } from '@cairn/service-kit/crash-point';
import { until } from '@cairn/service-kit/testing/until';
import { pidOf, untilBack, type World } from '../world/world.js';
import type { Fault } from './fault.js';

export interface CrashOptions {
  /** The topic, kind of work or operation; any where left out. */
  of?: string;
  /** The most times that the process may come by before it dies there; the seed chooses. */
  hits?: number;
  from?: number;
  /** Makes the service come by, where sales do not. What it answers is awaited after the crash. */
  stimulus?: (world: World) => Promise<void>;
}

/** Milliseconds in which a service must come by its point, and after which more sales go out to bring it there. */
const patience = 120_000;
const moreAfter = 5_000;

/** A service dies at a named point (libs/service-kit/src/crash-point.ts), and comes back. */
export function crash(service: ServiceName, point: CrashPoint, options: CrashOptions = {}): Fault {
  const { of, hits = 3, from, stimulus } = options;
  const name = `crash ${service} ${point}${of === undefined ? '' : ` ${of}`}`;
  return {
    name,
    ...(from === undefined ? {} : { from }),
    strike: async world => {
      const target = world.cairn.service(service);
      const died = pidOf(target);
      const hit = world.random.between(1, hits);
      await world.arm(target, { point, of: of ?? null, hit });
      const stimulated = stimulus?.(world);
      const more = setInterval(() => world.pacing.next(), moreAfter);
      await Promise.race([
        until(`${service} dies at ${point}, time ${hit}`, () => world.fired(died), patience),
        // A stimulus that failed says more than a wait in vain; one that is through has not been enough.
        stimulated?.then(() => new Promise(() => undefined)) ?? new Promise(() => undefined),
      ]).finally(() => clearInterval(more));
      await untilBack(world, service, died);
      await stimulated;
    },
  };
}
