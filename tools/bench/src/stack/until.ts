import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds. */
  readonly limit: number;
  readonly every?: number;
}

/** Asks again and again until the answer is one. @throws Error saying what was awaited when the time is over */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false>,
  { limit, every = 20 }: Patience,
): Promise<Answer> {
  const deadline = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`after ${limit / 1000} s still awaited: ${what}`);
    await pause(every);
  }
}
