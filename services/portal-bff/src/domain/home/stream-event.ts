import type { StreamEventName } from '@cairn/contracts/http/home';
import type { HomeVersion } from './rows.js';

/**
 * Which moment a newer state is, for a reader who has `seen`: an unlock or a changed reward since then, else progress.
 * A reader who begins (null) sees no moment, only where things are.
 */
export function streamEventOf(seen: HomeVersion | null, current: HomeVersion): StreamEventName {
  if (seen === null || seen.epoch !== current.epoch) return 'progress';
  if (current.unlock > seen.own) return 'unlock';
  return current.reward > seen.own ? 'reward' : 'progress';
}
