import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `look` again and again until it says `wanted` or more, or until what it says has not grown for `patience` ms.
 * Answers the last number seen; never throws for slowness, since the check says better what is missing.
 */
export async function untilReaches(
  wanted: number,
  look: () => Promise<number>,
  onGrown: (by: number) => void,
  patience: number,
): Promise<number> {
  let seen = 0;
  let grewAt = Date.now();
  for (let interval = 100; ; interval = Math.min(interval * 2, 1_000)) {
    const now = await look();
    if (now > seen) {
      onGrown(now - seen);
      seen = now;
      grewAt = Date.now();
    }
    if (seen >= wanted || Date.now() - grewAt > patience) return seen;
    await pause(interval);
  }
}
