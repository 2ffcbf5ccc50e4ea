/** A state's place in its stream: revisions grow within an epoch; a new epoch starts them again. */
export interface Version {
  epoch: number;
  revision: number;
}

export function isNewer(candidate: Version, current: Version): boolean {
  if (candidate.epoch !== current.epoch) return candidate.epoch > current.epoch;
  return candidate.revision > current.revision;
}

/** The newer of both; the one at hand where they are equal, so that nothing renders again for nothing. */
export function newerOf<State extends Version>(current: State | undefined, candidate: State): State {
  return current && !isNewer(candidate, current) ? current : candidate;
}
