import { StartFailure } from '../stack/start-failure.js';
import { type ServiceName, serviceNames } from './service-names.js';

export interface PortPlan {
  readonly services: Readonly<Record<ServiceName, number>>;
  readonly inbox: number;
}

const defaultBase = 3000;
const defaultInbox = 1080;

/**
 * 3000 to 3005 and 1080 for the inbox; with PORT_BASE=n they are n to n+5 and n+6 (api.md).
 * @throws StartFailure when PORT_BASE is no port or leaves no room for seven
 */
export function portPlan(portBase: string | undefined): PortPlan {
  if (!portBase) return plan(defaultBase, defaultInbox);
  const base = Number(portBase);
  if (!Number.isInteger(base) || base < 1 || base + serviceNames.length > 65_535)
    throw new StartFailure(
      `PORT_BASE must be a number between 1 and ${65_535 - serviceNames.length}, not "${portBase}".`,
    );
  return plan(base, base + serviceNames.length);
}

/** Free ports for everything, `next` giving one at a time. */
export async function freePortPlan(next: () => Promise<number>): Promise<PortPlan> {
  const services = { ...plan(0, 0).services };
  for (const name of serviceNames) services[name] = await next();
  return { services, inbox: await next() };
}

function plan(base: number, inbox: number): PortPlan {
  return {
    services: {
      'portal-bff': base,
      ingestion: base + 1,
      points: base + 2,
      milestones: base + 3,
      rewards: base + 4,
      notifications: base + 5,
    },
    inbox,
  };
}
