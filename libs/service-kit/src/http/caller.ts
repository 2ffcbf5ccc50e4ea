import { actor } from '@cairn/contracts/events/audit-recorded';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from './problem.js';

/** Who calls an internal API, and for which brand; portal-bff has checked both. */
export const caller = z.object({ brandId: z.uuid(), actor });

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
