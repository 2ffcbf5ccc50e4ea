import type { Applied } from '../domain/ledger-stream.js';
import type { Position } from '../out/postgres/positions.js';

/** An ambassador of the chunk: where they stood, what the rows did, and which series they were new in. */
export interface AppliedAmbassador {
  position: Position;
  applied: Applied;
  newIn: string[];
}
