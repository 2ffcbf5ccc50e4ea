import { createHash } from 'node:crypto';
import type { Caller } from '@cairn/service-kit/http/caller';
import { onceOf } from '@cairn/service-kit/http/once';
import type { FastifyRequest } from 'fastify';
import type { AmbassadorSession } from '../../../out/postgres/sessions.js';

/** A signed-in ambassador as the services know callers. */
export function portalCaller({ brandId, ambassadorId }: AmbassadorSession, request: FastifyRequest): Caller {
  return { brandId, actor: { kind: 'ambassador', id: ambassadorId, ip: request.ip } };
}

/**
 * As {@link portalCaller}, of a call that is to happen once where it has an Idempotency-Key.
 * @param body what makes it the same call, where that is not the request's body as it was parsed.
 */
export function portalCallerOnce(
  session: AmbassadorSession,
  request: FastifyRequest,
  body: unknown = request.body,
): Caller {
  const caller = portalCaller(session, request);
  const { headers, method, url, routeOptions } = request;
  const once = onceOf({ headers, method, url, routeOptions, body });
  if (once === undefined) return caller;
  // Two ambassadors of a brand may choose the same key.
  const key = createHash('sha256').update(`${session.ambassadorId} ${once.key}`).digest('hex');
  return { ...caller, once: { ...once, key } };
}
