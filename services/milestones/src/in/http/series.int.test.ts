import 'reflect-metadata';
import { type PublishedSeries, publishedSeries, type SeriesStanding } from '@cairn/contracts/http/series';
import { type RunningService, startService } from '@cairn/service-kit/bootstrap/start';
import { newId } from '@cairn/service-kit/events/derive';
import { type Caller, callerHeader, encodeCaller } from '@cairn/service-kit/http/caller';
import { provisionTopics } from '@cairn/service-kit/kafka/provision-topics';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { migrations } from '../../../migrations/all.js';
import { config } from '../../config.js';
import { definition } from '../../definition.js';
import { milestonesHttp, milestonesProviders } from '../../milestones.module.js';
import { type Scene, scene, seriesInput } from '../../testing/scene.js';

/** Without the consumers: tests apply rows themselves, and disturb no other group. */
@Module({ controllers: milestonesHttp, providers: milestonesProviders })
class WithoutConsumers {}

const token = 'service-token-of-tests';

let database: TestDatabase;
let service: RunningService;
let url: string;
let s: Scene;

beforeAll(async () => {
  const brokers = (process.env.TEST_KAFKA_BROKERS ?? '').split(',');
  await provisionTopics({ brokers });
  database = await createTestDatabase(migrations);
  const settings = config.parse({
    PORT: 0,
    KAFKA_BROKERS: brokers.join(','),
    REDIS_URL: process.env.TEST_REDIS_URL,
    SERVICE_TOKEN: token,
    MILESTONES_DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
  });
  const logger = createLogger('milestones', 'silent');
  const withoutConsumers = { ...definition, module: WithoutConsumers, recalls: [] };
  service = await startService(withoutConsumers, settings, logger);
  url = await service.app.getUrl();
});

afterAll(async () => {
  await service?.stop();
  await database?.drop();
});

beforeEach(async () => {
  s = await scene(database.db);
  s.at(new Date().toISOString());
});

/** Each test reads what it asked for. */
interface Reply {
  status: number;
  etag: string | null;
  body: SeriesStanding & { body: PublishedSeries; items: { name: string }[] };
}

async function call(
  method: string,
  path: string,
  { body, headers = {}, caller = s.caller }: { body?: unknown; headers?: object; caller?: Caller } = {},
): Promise<Reply> {
  const response = await fetch(`${url}/internal/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      [callerHeader]: encodeCaller(caller),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = (await response.json()) as Reply['body'];
  return { status: response.status, etag: response.headers.get('etag'), body: read };
}

async function liveSeries(): Promise<string> {
  const programId = (await call('POST', 'programs', { body: { name: 'Friends', category: 'referral' } })).body
    .body.id;
  const { body } = await call('POST', 'series', { body: seriesInput([programId]) });
  expect((await call('POST', `series/${body.body.id}/publish`, { body: {} })).status).toBe(200);
  return body.body.id;
}

describe('the internal API of series', () => {
  it('3.2 pauses, resumes and ends, by the state it was read in', async () => {
    const id = await liveSeries();
    const read = await call('GET', `series/${id}`);
    const paused = await call('POST', `series/${id}/pause`, { headers: { 'if-match': read.etag! } });
    expect(paused).toMatchObject({
      status: 200,
      body: { body: { status: 'paused' }, mark: { stream: 'catalogPrograms' } },
    });
    expect(publishedSeries.parse(paused.body.body)).toEqual(paused.body.body);
    expect(paused.etag).toBe(`"${paused.body.body.revision}"`);
    expect(await call('POST', `series/${id}/resume`, { headers: { 'if-match': read.etag! } })).toMatchObject({
      status: 412,
      body: { code: 'stale' },
    });
    expect(await call('POST', `series/${id}/pause`)).toMatchObject({
      status: 409,
      body: { code: 'series_not_live', detail: expect.stringContaining('resume it') },
    });
    expect((await call('POST', `series/${id}/resume`)).body.body.status).toBe('live');
    expect(await call('POST', `series/${id}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'series_not_paused' },
    });
    expect((await call('POST', `series/${id}/end`)).body.body.status).toBe('ended');
    expect(await call('POST', `series/${id}/end`)).toMatchObject({
      status: 409,
      body: { code: 'series_ended' },
    });
  });

  it('3.2 a resume sets its work going, and the standing shows it', async () => {
    const id = await liveSeries();
    await call('POST', `series/${id}/pause`);
    await s.apply([s.entry({ ambassadorId: newId(), seq: 1, points: 300, seriesId: id })]);
    await call('POST', `series/${id}/resume`);
    await until('what was collected to unlock', async () => {
      const { status, body } = await call('GET', `series/${id}/standing`);
      expect([status, body.participants]).toEqual([200, 1]);
      return body.tiers[0]!.unlocked === 1;
    });
  });

  it('makes one thing of a call that is repeated with its key', async () => {
    const once = { route: 'POST /api/v1/programs', key: newId(), bodyHash: 'a'.repeat(64) };
    const caller = { ...s.caller, once };
    const body = { name: 'Once', category: 'referral' };
    const first = await call('POST', 'programs', { body, caller });
    expect(await call('POST', 'programs', { body, caller })).toEqual(first);
    expect((await call('GET', 'programs')).body.items.map(item => item.name)).toEqual(['Once']);
  });

  it('6.2 knows no other brand’s, and nothing that is no id', async () => {
    const id = await liveSeries();
    const stranger = await scene(database.db);
    for (const [method, path] of [
      ['POST', 'pause'],
      ['POST', 'resume'],
      ['POST', 'end'],
      ['GET', 'standing'],
    ] as const) {
      for (const given of [
        { of: id, caller: stranger.caller },
        { of: 'nonsense', caller: s.caller },
      ])
        expect(await call(method, `series/${given.of}/${path}`, { caller: given.caller })).toMatchObject({
          status: 404,
          body: { code: 'not_found' },
        });
    }
    expect((await call('GET', `series/${id}`, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });
});
