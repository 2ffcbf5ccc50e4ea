import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.js';
import type { Once } from './caller.js';

/** What is read of a request; Fastify's own has all of it. */
export type OnceRequest = Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'> & {
  routeOptions: { url?: string };
};

/**
 * What makes this request the same as an earlier one (api.md, Idempotency-Key); undefined where the client did not
 * ask, or where the body is a stream, which cannot be compared before it is taken. A guard may call it: Fastify has
 * parsed the body by then.
 * @throws DomainError `invalid_input` for a key that is empty, over 200 characters or not printable ASCII.
 */
export function onceOf(request: OnceRequest): Once | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || isStream(request.body)) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(key) || key.trim() === '') {
    throw new DomainError('invalid_input', 'Mend the header Idempotency-Key and send it again.', [
      { path: 'Idempotency-Key', message: '1 to 200 printable ASCII characters' },
    ]);
  }
  return {
    key,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    // The address as well: one key for /series/A/publish and /series/B/publish is two calls.
    bodyHash: createHash('sha256').update(`${request.url}\n`).update(canonical(request.body)).digest('hex'),
  };
}

/** The same text for the same value, in whatever order its fields were sent. */
function canonical(value: unknown): string {
  if (Buffer.isBuffer(value)) return `bytes ${value.toString('base64')}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`;
}

function isStream(body: unknown): boolean {
  return typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function';
}
