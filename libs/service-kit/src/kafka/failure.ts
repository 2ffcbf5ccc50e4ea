import { DomainError } from '../domain-error.js';
import { DecodeError } from '../events/decode.js';
import { sqlState } from '../postgres/sql.js';

/**
 * Whether trying again can never help: schema, domain error, SQLSTATE classes 22 (data) and 23 (constraint).
 * Everything else (database away, deadlock, time-out) is waited out (design.md §3).
 */
export function isDeterministic(error: unknown): boolean {
  // A RangeError: a figure beyond what can be kept exactly; it will be so the next time too.
  if (error instanceof DecodeError || error instanceof DomainError || error instanceof RangeError)
    return true;
  return /^2[23]/.test(sqlState(error) ?? '');
}

/** A short word for metrics and headers. */
export function failureReason(error: unknown): string {
  if (error instanceof DecodeError) return 'undecodable';
  if (error instanceof DomainError) return error.code;
  if (error instanceof RangeError) return 'out_of_range';
  return `sqlstate_${sqlState(error) ?? 'unknown'}`;
}
