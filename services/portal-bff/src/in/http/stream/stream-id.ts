/** A state's place in its stream. */
export interface StreamId {
  epoch: number;
  revision: number;
}

/** `epoch.revision`, the `id` of the stream's events (api.md, Portal API). */
export function formatStreamId({ epoch, revision }: StreamId): string {
  return `${epoch}.${revision}`;
}

/** Null for what is no id of ours. */
export function parseStreamId(text: unknown): StreamId | null {
  const match = typeof text === 'string' ? /^(\d{1,15})\.(\d{1,15})$/.exec(text) : null;
  return match === null ? null : { epoch: Number(match[1]), revision: Number(match[2]) };
}

export function isNewer(candidate: StreamId, than: StreamId | null): boolean {
  if (than === null || candidate.epoch !== than.epoch) return than === null || candidate.epoch > than.epoch;
  return candidate.revision > than.revision;
}
