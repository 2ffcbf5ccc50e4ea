import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.js';
import { StartFailure } from './start-failure.js';

/**
 * Asks again and again until the process is ready.
 * @param timeoutMs milliseconds; generous, since a cold disk or a busy machine is no failure
 * @throws StartFailure when the process ends first or the time is over
 */
export async function untilReady(
  child: Child,
  isReady: () => Promise<boolean>,
  timeoutMs = 90_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isReady().catch(() => false))) {
    if (child.outcome !== undefined)
      throw StartFailure.of(child, `ended during its start (${child.outcome})`);
    if (Date.now() > deadline) throw StartFailure.of(child, `was not ready after ${timeoutMs / 1000} s`);
    await pause(50);
  }
}

/** Whether a GET is answered with 200. */
export async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.body?.cancel();
  return response.status === 200;
}
