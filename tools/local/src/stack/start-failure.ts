import type { Child } from './child.js';

/** A start that cannot go on. The message is the one line for the reader; `lines` are the part's last words. */
export class StartFailure extends Error {
  constructor(
    message: string,
    readonly lines: readonly string[] = [],
  ) {
    super(message);
  }

  /** What a process said before it ended, and where the rest of it is. */
  static of(child: Child, what: string): StartFailure {
    return new StartFailure(`${child.name} ${what}; its log is ${child.logFile}.`, child.tail());
  }
}
