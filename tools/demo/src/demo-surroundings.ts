import type { Environment } from './environment.js';
import type { Progress } from './report/progress.js';

export type Wave = 'sales' | 'refunds';

/** Where a caller may step in. Each is awaited; what it throws ends the demo. */
export interface DemoHooks {
  /** Events in one call of POST /v1/events, 1 to 1,000; default 500. */
  eventsACall?: number;
  /**
   * Before each call, with the events of the wave that were answered for so far, of how many. Four calls may be at
   * their beginning at once: each waits for its own.
   */
  beforeCall?: (wave: Wave, sent: number, of: number) => Promise<void>;
  /** When everybody's last receipt is there, before the wait for e-mails and rewards. */
  afterWave?: (wave: Wave) => Promise<void>;
  /** Before anybody is looked at. */
  beforeCheck?: () => Promise<void>;
}

export interface DemoSurroundings {
  environment: Environment;
  progress: Progress;
  now: Date;
  hooks?: DemoHooks;
  /**
   * Milliseconds that anything may stand still before the demo goes on without it or gives up: a server that is away,
   * receipts, rewards, e-mails (default 180,000), and differences until they are believed (default 20,000).
   */
  patience?: number;
}

/** As in `DemoSurroundings.patience`. */
export const defaultPatience = 180_000;
