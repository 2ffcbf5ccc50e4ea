import type { HomeState } from '@cairn/contracts/http/home';
import { composeHome } from '../../../domain/home/compose-home.js';
import type { HomeRows, HomeVersion } from '../../../domain/home/rows.js';
import type { StreamId } from './stream-id.js';

/** A whole state, ready to be sent to every reader of one ambassador. */
export interface HomeFrame {
  id: StreamId;
  version: HomeVersion;
  /** See HomeRows. */
  acceptedAt: number | null;
  data: string;
}

export function homeFrame(rows: HomeRows, now: Date): HomeFrame {
  const state: HomeState = composeHome(rows, now);
  return {
    id: { epoch: state.epoch, revision: state.revision },
    version: rows.version,
    acceptedAt: rows.acceptedAt,
    data: JSON.stringify(state),
  };
}
