import type { World } from '../world/world.js';

export interface Fault {
  /** Such as `crash points chunk.after-commit`. */
  readonly name: string;
  /** From which part of the sales on there is something for it to strike, from 0 to 1. */
  readonly from?: number;
  /** Strikes and waits until what was hurt is back. @throws Error where it could not strike. */
  strike(world: World): Promise<void>;
}
