import { setTimeout as pause } from 'node:timers/promises';
import { concurrently } from '../http/concurrently.js';

/**
 * Asks about each of the items, sixteen at a time, again and again until `isDone` says so of all of them. Answers how
 * many are left when nothing at all has become done for `patience` ms: 0 when all went well.
 */
export async function untilAll<Item>(
  items: readonly Item[],
  isDone: (item: Item) => Promise<boolean>,
  onDone: (count: number) => void,
  patience: number,
): Promise<number> {
  let movedAt = Date.now();
  let left = 0;
  await concurrently(items, 16, async item => {
    for (let interval = 50; !(await isDone(item)); interval = Math.min(interval * 2, 1_000)) {
      if (Date.now() - movedAt > patience) {
        left++;
        return;
      }
      await pause(interval);
    }
    movedAt = Date.now();
    onDone(1);
  });
  return left;
}
