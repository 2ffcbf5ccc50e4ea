import type { SeriesView } from '@cairn/contracts/http/series';

/** What happens at the top, in a sentence (domain.md 3.7). */
export function completionWords(
  completion: SeriesView['completion'],
  programName: (id: string) => string,
): string {
  switch (completion.kind) {
    case 'stay':
      return 'Stay at the top; more points add up';
    case 'promote':
      return `Move into ${programName(completion.programId)}`;
    case 'repeat': {
      const rounds = completion.maxCycles === null ? 'without end' : `${completion.maxCycles} rounds in all`;
      return `Climb again, ${rounds}${completion.carryOver ? '; points above the top carry over' : '; each from 0'}`;
    }
  }
}
