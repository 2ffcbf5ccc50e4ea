import type { Applied } from '../domain/ledger-stream.js';
import type { Progress } from '../domain/progress.js';
import type { Position } from '../out/postgres/positions.js';

/** An ambassador where they stood, with their progress by series, and what rows or a resume did. */
export interface AppliedAmbassador {
  position: Position;
  before: ReadonlyMap<string, Progress>;
  applied: Applied;
}

/** What moves progress: ledger rows, or what is due without one, whose event has a cause that others have too. */
export type Occasion = 'rows' | 'due';
