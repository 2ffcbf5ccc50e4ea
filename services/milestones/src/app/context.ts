import type { Clock } from '@cairn/service-kit/clock';
import type { DataSource } from 'typeorm';

/** What the use cases work with. */
export interface AppContext {
  db: DataSource;
  clock: Clock;
  /** Referral links begin with it: `<linkBaseUrl>/r/<code>`. */
  linkBaseUrl: string;
}

export const APP_CONTEXT = Symbol('app context');

export function linkOf(app: Pick<AppContext, 'linkBaseUrl'>, code: string): string {
  return `${app.linkBaseUrl}/r/${code}`;
}
