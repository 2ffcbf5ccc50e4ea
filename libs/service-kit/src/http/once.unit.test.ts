import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { caller } from './caller.js';
import { type OnceRequest, onceOf } from './once.js';

/** Fastify's own request is one. */
const whole: (request: FastifyRequest) => ReturnType<typeof onceOf> = onceOf;

const request = (key: string | undefined, body: unknown, url = '/series/a/publish'): OnceRequest => ({
  method: 'POST',
  url,
  routeOptions: { url: '/series/:id/publish' },
  headers: key === undefined ? {} : { 'idempotency-key': key },
  body,
});

const hashOf = (body: unknown, url?: string) => onceOf(request('k', body, url))?.bodyHash;

describe('Idempotency-Key', () => {
  it('is the route’s, not the address’s', () => {
    const once = whole(request('k 1', { a: 1 }) as FastifyRequest);
    expect(once).toMatchObject({ key: 'k 1', route: 'POST /series/:id/publish' });
    const sent = { brandId: crypto.randomUUID(), actor: { kind: 'platform', id: 'p', ip: null }, once };
    expect(caller.parse(sent)).toEqual(sent);
  });

  it('knows the same body in another order of fields', () => {
    expect(hashOf({ a: [1, { c: 'ü', d: null }], b: true })).toBe(
      hashOf({ b: true, a: [1, { d: null, c: 'ü' }] }),
    );
  });

  it.each([
    ['another value', { a: 2 }],
    ['a text for a number', { a: '1' }],
    ['another field', { a: 1, b: null }],
    ['a list', [{ a: 1 }]],
    ['none', undefined],
    ['bytes', Buffer.from('{"a":1}')],
    ['null', null],
  ])('%s is another body', (_, body) => {
    expect(hashOf(body)).not.toBe(hashOf({ a: 1 }));
  });

  it('takes the same body at another address for another call', () => {
    expect(hashOf({}, '/series/b/publish')).not.toBe(hashOf({}, '/series/a/publish'));
  });

  it('does nothing where none was sent, or where the body is a stream', () => {
    expect(onceOf(request(undefined, {}))).toBeUndefined();
    expect(onceOf(request('k', Readable.from([])))).toBeUndefined();
  });

  it.each(['', ' ', 'x'.repeat(201), 'é', 'a\tb'])('refuses %j', key => {
    expect(() => onceOf(request(key, {}))).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        errors: [expect.objectContaining({ path: 'Idempotency-Key' })],
      }),
    );
  });
});
