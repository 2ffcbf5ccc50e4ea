import { DomainError } from '@cairn/service-kit/domain-error';
import type { FastifyReply } from 'fastify';

/** Tells the caller which revision this is; If-Match takes it back (api.md). */
export function tag(reply: FastifyReply, revision: number): void {
  void reply.header('etag', `"${revision}"`);
}

/**
 * The revision an If-Match header asks for; null where it is missing or `*`.
 * @throws DomainError `stale` for a tag that this service never gave out.
 */
export function expectedRevision(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const revision = /^\s*"(\d{1,9})"\s*$/.exec(ifMatch)?.[1];
  if (revision === undefined) throw new DomainError('stale', 'If-Match takes the ETag of your last read.');
  return Number(revision);
}
