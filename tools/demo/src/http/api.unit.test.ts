import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Api, retryAfter } from './api.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A server that gives these answers one after the other; null breaks the connection, 'half' in the middle of one. */
async function answering(...answers: ([number, unknown, Record<string, string>?] | 'half' | null)[]) {
  const keys: unknown[] = [];
  server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    const answer = answers.shift();
    if (!answer) return request.socket.destroy();
    if (answer === 'half') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      return response.write('{"id"', () => request.socket.destroy());
    }
    response.writeHead(answer[0], { 'content-type': 'application/json', connection: 'close', ...answer[2] });
    return response.end(JSON.stringify(answer[1]));
  });
  await new Promise<void>(resolve => server!.listen(0, '127.0.0.1', resolve));
  return { api: new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'ck_1'), keys };
}

const id = z.object({ id: z.string() });

describe('Api', () => {
  it('waits out 429, 503, a broken connection, half an answer and its own first try, with one idempotency key', async () => {
    const { api, keys } = await answering(
      [429, {}, { 'retry-after': '0' }],
      [503, {}, { 'retry-after': '0' }],
      null,
      'half',
      [409, { code: 'in_progress' }],
      [201, { id: 'a' }],
    );
    const call = { method: 'POST' as const, path: '/x', body: {}, idempotencyKey: 'k', answer: id };
    expect(await api.call(call)).toEqual({ status: 201, body: { id: 'a' } });
    expect(keys).toEqual(['k', 'k', 'k', 'k', 'k', 'k']);
  });

  it('throws what a problem says', async () => {
    const { api } = await answering([
      409,
      { code: 'duplicate_email', title: 'Taken', detail: 'somebody has it' },
    ]);
    await expect(api.get('/x', id)).rejects.toMatchObject({
      status: 409,
      code: 'duplicate_email',
      message: 'GET /x answered 409: duplicate_email: somebody has it',
    });
  });

  it('gives up when its patience is over', async () => {
    const { api } = await answering(...Array.from({ length: 9 }, () => null));
    const hasty = new Api(api.origin, null, 100);
    await expect(hasty.get('/x', id)).rejects.toMatchObject({ code: 'gave_up' });
  });

  it('throws on an answer of another shape', async () => {
    const { api } = await answering([200, { id: 7 }]);
    await expect(api.get('/x', id)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
});

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
    ['nonsense', null],
    [null, null],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfter(header, Date.parse('2026-01-01T00:00:00Z'))).toBe(ms);
  });
});
