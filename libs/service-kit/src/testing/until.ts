import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until `look` gives something other than undefined, null or false, looking every 25 ms.
 * @throws Error naming `what` after `limitMs`.
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined | null | false> | Found | undefined | null | false,
  limitMs = 60_000,
): Promise<Found> {
  for (const deadline = performance.now() + limitMs; performance.now() < deadline; await wait(25)) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
  }
  throw new Error(`waited ${limitMs} ms in vain: ${what}`);
}
