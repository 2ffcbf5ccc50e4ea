import type { EventEmitter } from 'node:events';
import type { Logger } from '../telemetry/logger.js';

/** Milliseconds from the signal to the end, whatever happens (design.md §7). */
const shutdownLimit = 25_000;

export interface Ending {
  /** Aborted by the signal: a start that is under way gives up at its next step. */
  readonly asked: AbortSignal;
  /** From now on the signal runs `stop`, at once where it has come already. */
  stopWith(stop: () => Promise<void>): void;
}

/**
 * Ends the process on SIGTERM or SIGINT: with code 0 once `stop` has, with 1 where it fails or takes longer than 25 s.
 * Later signals change nothing. To be called first of all: process 1 of a container ignores signals that it has not
 * asked for.
 */
export function endOnSignal(
  logger: Logger,
  signals: Pick<EventEmitter, 'on'> = process,
  exit: (code: number) => void = process.exit,
): Ending {
  const asked = new AbortController();
  let stop: (() => Promise<void>) | undefined;
  const begin = (how: () => Promise<void>) =>
    how().then(
      () => exit(0),
      error => {
        logger.error({ err: error }, 'stopped with an error');
        exit(1);
      },
    );
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked.signal.aborted) return;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error('did not stop in time');
      exit(1);
    }, shutdownLimit).unref();
    asked.abort(new StoppedDuringStart());
    if (stop !== undefined) void begin(stop);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) signals.on(signal, onSignal);
  return {
    asked: asked.signal,
    stopWith: how => {
      stop = how;
      if (asked.signal.aborted) void begin(how);
    },
  };
}

/** What a start that was asked to give up throws. */
export class StoppedDuringStart extends Error {
  constructor() {
    super('stopped during the start');
  }
}
