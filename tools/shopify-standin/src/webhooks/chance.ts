import { createHash } from 'node:crypto';

/** A number from 0 to below 1 that depends on its arguments alone: the same seed, the same luck. */
export function chance(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}
