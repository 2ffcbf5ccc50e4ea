import { actor } from '@cairn/contracts/events/audit-recorded';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from './problem.js';

/** A call that is to happen once (api.md, Idempotency-Key): the same route and key is the same call. */
const once = z.object({
  /** Method and pattern, such as `POST /api/v1/series/:id/publish`. */
  route: z.string().min(1).max(200),
  /** What the client sent as Idempotency-Key. */
  key: z.string().regex(/^[\x20-\x7e]{1,200}$/, '1 to 200 printable ASCII characters'),
  /** SHA-256 in hex over the body and the address it was sent to: another one is another call with a used key. */
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'),
});

/** Who calls an internal API, for which brand, and whether only once; portal-bff has checked all of it. */
export const caller = z.object({ brandId: z.uuid(), actor, once: once.optional() });

export type Once = z.infer<typeof once>;
export type Caller = z.infer<typeof caller>;

export const callerHeader = 'x-cairn-caller';

export function encodeCaller(of: Caller): string {
  return Buffer.from(JSON.stringify(of)).toString('base64url');
}

/** `@CallerOf() caller: Caller` on a handler behind the {@link ServiceTokenGuard}. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers[callerHeader];
  return parse(caller, decode(typeof header === 'string' ? header : ''));
});

function decode(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
