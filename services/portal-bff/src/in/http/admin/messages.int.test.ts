import { type MessageItem, messageCounts, messageItem } from '@cairn/contracts/http/message-item';
import { pageOf } from '@cairn/contracts/http/page';
import type { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { testBrand } from '../../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../../testing/database.js';
import { httpClient } from '../../../testing/http-client.js';
import { type OtherServices, otherServices } from '../../../testing/other-services.js';
import { portalApp } from '../../../testing/portal-app.js';

const lost: MessageItem = {
  id: newId(),
  status: 'unknown',
  template: 'tier-unlocked',
  ambassadorId: newId(),
  ambassadorName: 'Ada King',
  tier: { id: newId(), name: 'Gold' },
  cause: newId(),
  createdAt: '2026-11-01T10:00:00.000Z',
  changedAt: '2026-11-01T10:02:00.000Z',
  failures: 0,
  problem: 'the connection broke',
  canBeSentAgain: true,
};

describe('mails', () => {
  let database: TestDatabase;
  let others: OtherServices;
  let app: NestFastifyApplication;
  let runner: DueWorkRunner;
  let call: ReturnType<typeof httpClient>;
  let brand: { id: string; apiKey: string };

  beforeAll(async () => {
    database = await testDatabase();
    others = await otherServices();
    let url: string;
    ({ app, url, runner } = await portalApp(database, others.url));
    call = httpClient(url);
  });
  afterAll(async () => {
    await runner.stop();
    await app.close();
    await others.close();
    await database.drop();
  });
  beforeEach(async () => {
    others.asked.length = 0;
    brand = await testBrand(database.db);
    others.answers.set('GET /internal/messages', { items: [lost], nextCursor: null });
    others.answers.set('GET /internal/messages/counts', { unknown: 2, canBeSentAgain: 1 });
  });

  const path = `/internal/messages/${lost.id}/send-again`;
  const callerOf = ({ headers }: OtherServices['asked'][number]) =>
    JSON.parse(Buffer.from(String(headers['x-cairn-caller']), 'base64url').toString());

  it('5.2 lists and counts those whose fate nobody knows, as notifications says', async () => {
    const query = `status=unknown,dropped&ambassadorId=${lost.ambassadorId}&template=tier-unlocked&limit=5&cursor=abc`;
    const list = await call('GET', `/api/v1/messages?${query}`, { token: brand.apiKey });
    expect([list.status, pageOf(messageItem).parse(list.body)]).toEqual([
      200,
      { items: [lost], nextCursor: null },
    ]);
    const asked = new URL(others.asked[0]!.url, 'http://notifications');
    expect(Object.fromEntries(asked.searchParams)).toEqual(Object.fromEntries(new URLSearchParams(query)));
    expect(callerOf(others.asked[0]!)).toMatchObject({ brandId: brand.id });
    const counts = await call('GET', '/api/v1/messages/counts', { token: brand.apiKey });
    expect(messageCounts.parse(counts.body)).toEqual({ unknown: 2, canBeSentAgain: 1 });
    const wrong = await call('GET', '/api/v1/messages?status=lost', { token: brand.apiKey });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  it('5.2 hands a mail to be sent again on, with who asked and the key', async () => {
    others.answers.set(`POST ${path}`, { body: { ...lost, status: 'waiting' }, mark: null });
    const sent = await call('POST', `/api/v1/messages/${lost.id}/send-again`, {
      token: brand.apiKey,
      headers: { 'idempotency-key': 'again-1' },
    });
    expect([sent.status, messageItem.parse(sent.body).status]).toEqual([200, 'waiting']);
    expect(callerOf(others.asked[0]!)).toMatchObject({
      brandId: brand.id,
      actor: { kind: 'api_key' },
      once: { route: 'POST /api/v1/messages/:id/send-again', key: 'again-1' },
    });
  });

  it('passes on why it is not sent again', async () => {
    const problem = { type: 'x', title: 'Conflict', status: 409, code: 'not_unknown', detail: 'It is sent.' };
    others.answers.set(`POST ${path}`, (_: FastifyRequest, reply: FastifyReply) => {
      reply.status(409);
      return problem;
    });
    expect(
      await call('POST', `/api/v1/messages/${lost.id}/send-again`, { token: brand.apiKey }),
    ).toMatchObject({ status: 409, body: { code: 'not_unknown', detail: 'It is sent.' } });
  });

  it('6.1 takes admin:write to send again, and admin:read to list', async () => {
    const key = async (scope: string) =>
      (await call('POST', '/api/v1/keys', { token: brand.apiKey, body: { name: scope, scopes: [scope] } }))
        .body.key as string;
    const [reader, sender] = [await key('admin:read'), await key('events:write')];
    expect((await call('GET', '/api/v1/messages', { token: reader })).status).toBe(200);
    expect((await call('GET', '/api/v1/messages', { token: sender })).status).toBe(403);
    const again = await call('POST', `/api/v1/messages/${lost.id}/send-again`, { token: reader });
    expect(again).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await call('GET', '/api/v1/messages')).status).toBe(401);
    const nobodys = await call('POST', '/api/v1/messages/nothing/send-again', { token: brand.apiKey });
    expect(nobodys).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(others.asked.some(({ method }) => method === 'POST')).toBe(false);
  });
});
