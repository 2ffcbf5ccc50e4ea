import type { CompletionInput } from '@cairn/contracts/http/series';

/** What follows when the last tier unlocks (3.7). */
export type AfterCompletion =
  | { kind: 'stay' }
  | { kind: 'next-cycle'; cycle: number; points: number }
  | { kind: 'promote'; programId: string };

/**
 * The last tier was unlocked (3.7). A repeat begins the next cycle at 0, or with what goes beyond the last threshold;
 * after the last of `maxCycles`, which counts the first too, it is `stay`.
 * @param lastThreshold of the top tier, in points.
 */
export function complete(
  completion: CompletionInput,
  { cycle, points }: { cycle: number; points: number },
  lastThreshold: number,
): AfterCompletion {
  switch (completion.kind) {
    case 'stay':
      return { kind: 'stay' };
    case 'promote':
      return { kind: 'promote', programId: completion.programId };
    case 'repeat':
      if (completion.maxCycles !== null && cycle >= completion.maxCycles) return { kind: 'stay' };
      return {
        kind: 'next-cycle',
        cycle: cycle + 1,
        points: completion.carryOver ? points - lastThreshold : 0,
      };
  }
}
