import type { ClusterOptions } from '../options.js';
import type { Kubectl } from '../place/kubectl.js';
import type { Release } from '../place/release.js';
import type { Surroundings } from '../place/surroundings.js';

/** The installed release, and everything to see what becomes of it. */
export interface World {
  readonly options: ClusterOptions;
  readonly kubectl: Kubectl;
  readonly release: Release;
  readonly around: Surroundings;
  /** An address of no private network that listens on 80 and 443; undefined: there is none to try. */
  readonly outside: string | undefined;
  /** The environment of Docker's clients; undefined: there is no engine. */
  docker(): Promise<NodeJS.ProcessEnv | undefined>;
  say(line: string): void;
  /** Waits until `look` holds. `limit`: milliseconds. @throws Error naming `what`. */
  until(what: string, look: () => boolean | Promise<boolean>, limit?: number): Promise<void>;
}

export interface Check {
  readonly name: string;
  /** Shows it; what it found is in `say`. @throws Error where the cluster does something else. */
  run(world: World): Promise<void>;
}

/** @throws Error with the words, unless they hold. */
export function must(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(words);
}
