import { DomainError } from '@cairn/service-kit/domain-error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyHolder } from '../../out/postgres/api-keys.js';

export const ndjson = 'application/x-ndjson';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on POST /v1/events before its body is read. */
    keyHolder: KeyHolder | null;
  }
}

/** Who has no key, or sends what nobody reads, is answered before the body is taken in. */
export function judgeBeforeBody(
  fastify: FastifyInstance,
  holderOf: (authorization: string | undefined) => Promise<KeyHolder>,
): void {
  fastify.decorateRequest('keyHolder', null);
  fastify.addHook('onRequest', async request => {
    if (request.method !== 'POST' || request.routeOptions.url !== '/v1/events') return;
    request.keyHolder = await holderOf(request.headers.authorization);
    checkForm(request);
  });
}

function mediaTypeOf(request: FastifyRequest): string | undefined {
  return request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
}

function checkForm(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new DomainError('unsupported_media_type', 'Send the body as it is, without Content-Encoding.');
  }
  const type = mediaTypeOf(request);
  if (type === undefined && !hasBody(request)) return;
  if (type !== 'application/json' && type !== ndjson) {
    throw new DomainError(
      'unsupported_media_type',
      `Send Content-Type: application/json (one event or an array) or ${ndjson} (one event a line).`,
    );
  }
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
