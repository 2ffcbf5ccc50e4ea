import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { ingestAnswer } from '@cairn/contracts/http/ingest-event';
import { problem } from '@cairn/contracts/http/problem';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ActivityLog, activityLog } from '../../testing/activity-log.js';
import {
  brokers,
  type IngestionApp,
  ingestionApp,
  makeBrand,
  sale,
  type TestBrand,
} from '../../testing/ingestion-app.js';

/** Milliseconds that a stream may be silent here. */
const idleLimit = 700;

let app: IngestionApp;
let slowApp: IngestionApp;
let log: ActivityLog;
let brand: TestBrand;

beforeAll(async () => {
  app = await ingestionApp({ STREAM_IDLE_LIMIT: idleLimit });
  slowApp = await ingestionApp({ BRAND_EVENTS_PER_SECOND: 10, BRAND_EVENTS_BURST: 2_000 });
  log = await activityLog(brokers);
}, 60_000);
afterAll(async () => {
  await log.stop();
  await app.stop();
  await slowApp.stop();
});
beforeEach(async () => {
  brand = await makeBrand(app);
});

interface Upload {
  sent: ClientRequest;
  answer: Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>;
}

function upload({ port }: IngestionApp, { key }: TestBrand): Upload {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/v1/events',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  const answer = once(sent, 'response').then(async ([response]: IncomingMessage[]) => ({
    status: response!.statusCode!,
    headers: response!.headers,
    body: await textOf(response!),
  }));
  answer.catch(() => undefined);
  sent.flushHeaders();
  return { sent, answer };
}

async function send(body: string | Uint8Array) {
  const { sent, answer } = upload(app, brand);
  sent.end(body);
  const { status, body: text } = await answer;
  expect(status).toBe(202);
  return ingestAnswer.parse(JSON.parse(text));
}

async function taken(): Promise<string[]> {
  return (await log.of(brand.brandId)).map(({ event }) => event.correlationid);
}

const line = (id: string, part?: object, data?: object) => JSON.stringify(sale(id, part, data));
const lines = (count: number, part?: object) => Array.from({ length: count }, (_, n) => line(`${n}`, part));

describe('NDJSON', () => {
  it('is taken line by line, each bad line rejected alone, by its place among the non-empty ones', async () => {
    const given = [
      `\uFEFF${line('0')}\r\n`,
      '\n \r\n',
      `${line('1')}\n`,
      '{"id": "2", broken\n',
      `${line('3', {}, { netAmount: 9007199254740991 }).replace('9007199254740991', '9007199254740993')}\n`,
      `${line('4', { type: 'action.completed' }, { actionId: 'a', text: 'nul\0' })}\n`,
      `${line('5', { more: 'x'.repeat(300_000) })}\r\n`,
      `[${line('6')}]\n`,
      '\n',
      `${line('7', { type: 'referral.gift' })}\n`,
      line('8', {}, { customerEmail: 'é@😀.example' }),
    ];
    expect(await send(given.join(''))).toMatchObject({
      accepted: 3,
      rejectedCount: 6,
      rejected: [
        { index: 2, id: null, code: 'invalid_json' },
        { index: 3, id: '3', code: 'invalid_event', errors: [{ path: 'data.netAmount' }] },
        { index: 4, id: '4', code: 'invalid_event', errors: [{ path: 'data.text' }] },
        { index: 5, id: null, code: 'too_large' },
        { index: 6, id: null, code: 'invalid_event' },
        { index: 7, id: '7', code: 'unknown_type' },
      ],
    });
    expect((await taken()).sort()).toEqual(['0', '1', '8']);
  });

  it.each(['', '\n', '\uFEFF', ' \r\n\r\n'])('of nothing (%j) is nothing taken', async body => {
    expect(await send(body)).toEqual({ accepted: 0, rejected: [], rejectedCount: 0 });
  });

  it('of 10 MB is taken, one ambassador’s events in the order sent', async () => {
    const given = lines(60_000, { ambassador: { code: 'ONE' } });
    expect(given.join('\n').length).toBeGreaterThan(9_000_000);
    expect(await send(given.join('\n'))).toEqual({ accepted: 60_000, rejected: [], rejectedCount: 0 });
    expect(await taken()).toEqual(given.map((_, n) => `${n}`));
  });

  it('2.16 sends a refund after its sale also where the sale is still on its way', async () => {
    const refundOf = (order: string, id: string) =>
      line(id, { type: 'referral.refund', ambassador: undefined, data: { orderId: order, netAmount: 5 } });
    // The last line has no end of line: it comes by itself, when the ones before may not be stored yet.
    const streams = Array.from({ length: 20 }, (_, n) => {
      const order = `o-${n}`;
      return [line(`sale-${n}`, {}, { orderId: order }), refundOf(order, `refund-${n}`)].join('\n');
    });
    for (const stream of streams) await send(stream);
    // Two sales of one order in one slice: what comes later follows the first.
    const two = ['a', 'b'].map(who => line(who, { ambassador: { externalId: who } }, { orderId: 'both' }));
    await send(`${two.join('\n')}\n`);
    await send(`${refundOf('both', 'refund-both')}\n`);
    const keys = new Map((await log.of(brand.brandId)).map(({ key, event }) => [event.correlationid, key]));
    for (const n of streams.keys()) expect(keys.get(`refund-${n}`)).toBe(keys.get(`sale-${n}`));
    expect(keys.get('refund-both')).toBe(keys.get('a'));
  });

  it('lists the first 1,000 rejected and counts all', async () => {
    const answer = await send('nothing\n'.repeat(1_500));
    expect(answer).toMatchObject({ accepted: 0, rejectedCount: 1_500 });
    expect(answer.rejected.map(({ index }) => index)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  });

  it('is the same when it comes byte by byte', async () => {
    const { sent, answer } = upload(app, brand);
    sent.setNoDelay(true);
    for (const byte of Buffer.from(`${line('é').replace('"é"', '"a"')}\n${line('b', { more: '😀' })}`)) {
      sent.write(Buffer.from([byte]));
      await wait(0);
    }
    sent.end();
    expect(JSON.parse((await answer).body)).toEqual({ accepted: 2, rejected: [], rejectedCount: 0 });
    expect((await taken()).sort()).toEqual(['a', 'b']);
  });

  it('may take longer than its idle limit as long as something comes; what has come is taken meanwhile', async () => {
    const { sent, answer } = upload(app, brand);
    for (let n = 0; n < 4; n++) {
      sent.write(`${line(`${n}`)}\n`);
      await until('what was sent so far is in Kafka', async () => (await taken()).length === n + 1);
      await wait(idleLimit / 3);
    }
    sent.end();
    expect((await answer).status).toBe(202);
  });

  it('that is silent for too long is answered 408; what had come stays taken', async () => {
    const { sent, answer } = upload(app, brand);
    sent.write(`${line('first')}\n{"id":`);
    const { status, body, headers } = await answer;
    expect(problem.parse(JSON.parse(body))).toMatchObject({
      status: 408,
      code: 'too_slow',
      detail: expect.stringContaining('1 events were taken'),
    });
    expect([status, headers.connection]).toEqual([408, 'close']);
    expect(await taken()).toEqual(['first']);
    sent.destroy();
  });

  it('whose client goes away leaves what had come, and disturbs nobody', async () => {
    const gone = Array.from({ length: 20 }, (_, n) => {
      const { sent } = upload(app, brand);
      sent.on('error', () => undefined);
      sent.write(`${line(`gone-${n}`)}\n${line(`half-${n}`).slice(0, -1)}`);
      return sent;
    });
    const wanted = gone.map((_, n) => `gone-${n}`).sort();
    await until('whole lines are in Kafka', async () => (await taken()).length === gone.length);
    for (const sent of gone) sent.destroy();
    const server = app.service.app.getHttpServer();
    const open = () => new Promise<number>(done => server.getConnections((_: unknown, n: number) => done(n)));
    await until('their connections are closed', async () => (await open()) === 0);
    expect(await send(line('next'))).toMatchObject({ accepted: 1 });
    expect((await taken()).sort()).toEqual([...wanted, 'next'].sort());
  });
});

describe('NDJSON while the service stops', () => {
  it('is told at once to come back; what had come is taken', async () => {
    const stopping = await ingestionApp();
    brand = await makeBrand(stopping);
    const { sent, answer } = upload(stopping, brand);
    sent.write(`${line('before')}\n`);
    await until('what came is in Kafka', async () => (await taken()).length === 1);
    const stopped = stopping.stop();
    expect(problem.parse(JSON.parse((await answer).body))).toMatchObject({
      status: 503,
      detail: expect.stringContaining('1 events were taken: send it all again'),
    });
    sent.destroy();
    await stopped;
    expect(await taken()).toEqual(['before']);
  });
});

describe('NDJSON faster than the brand may', () => {
  it('waits for the bucket as long as that is short, and is told 429 in the middle where it is not', async () => {
    brand = await makeBrand(slowApp);
    const { sent, answer } = upload(slowApp, brand);
    let stopped = false;
    // It never ends: only an answer in the middle can be heard.
    const flood = (async () => {
      for (let n = 0; !stopped; n++)
        if (!sent.write(`${line(`${n}`)}\n`)) await Promise.race([once(sent, 'drain'), answer]);
    })();
    const { status, body, headers } = await answer;
    stopped = true;
    sent.destroy();
    await flood;
    const said = problem.parse(JSON.parse(body));
    expect([status, said.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(1);
    const count = Number(/Of this stream (\d+) events were taken/.exec(said.detail ?? '')?.[1]);
    expect(count).toBeGreaterThan(1_000);
    expect(await taken()).toHaveLength(count);
  });
});
