import type { Clock } from '@cairn/service-kit/clock';
import type { Commands } from '@cairn/service-kit/http/commands';
import type { DataSource } from 'typeorm';

export interface Links {
  /** Referral links begin with it: `<linkBaseUrl>/r/<code>`. */
  linkBaseUrl: string;
}

/** What the use cases work with. */
export interface AppContext extends Links {
  db: DataSource;
  clock: Clock;
  /** Runs what a POST does: once, where the caller asks for that. */
  commands: Pick<Commands, 'run'>;
}

export const APP_CONTEXT = Symbol('app context');

export function linkOf(links: Links, code: string): string {
  return `${links.linkBaseUrl}/r/${code}`;
}
