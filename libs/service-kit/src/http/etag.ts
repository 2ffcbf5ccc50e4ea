import type { FastifyReply } from 'fastify';
import { DomainError } from '../domain-error.js';

/** Tells the caller which state this is; If-Match takes it back (api.md). `state` is without quotes. */
export function tag(reply: FastifyReply, state: string | number): void {
  void reply.header('etag', `"${state}"`);
}

/**
 * The state that an If-Match header asks for, without its quotes; null where it is missing or `*`.
 * @throws DomainError `stale` for what is not one strong tag.
 */
export function expectedState(ifMatch: string | undefined): string | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const state = /^\s*"([\x21\x23-\x7e]{1,200})"\s*$/.exec(ifMatch)?.[1];
  if (state === undefined) throw notOurs();
  return state;
}

/**
 * As {@link expectedState}, where states are numbered.
 * @throws DomainError `stale` for a tag that is no revision.
 */
export function expectedRevision(ifMatch: string | undefined): number | null {
  const state = expectedState(ifMatch);
  if (state === null) return null;
  if (!/^\d{1,9}$/.test(state)) throw notOurs();
  return Number(state);
}

function notOurs(): DomainError {
  return new DomainError('stale', 'If-Match takes the ETag of your last read: read it again and send that.');
}
