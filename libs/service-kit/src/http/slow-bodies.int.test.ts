import 'reflect-metadata';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '../domain-error.js';
import { createLogger } from '../telemetry/logger.js';
import { until } from '../testing/until.js';
import { limitGatheredBodies } from './body-limit.js';
import { withIdleLimit } from './idle-limit.js';
import { ProblemFilter } from './problem-filter.js';

/** Milliseconds. */
const limit = 400;

@Controller()
class BodiesController {
  @Post('stream')
  async stream(@Body() body: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of withIdleLimit(body, limit)) bytes += chunk.length;
    return { bytes };
  }

  @Post('refused')
  async refused(@Body() body: AsyncIterable<Buffer>) {
    for await (const _ of withIdleLimit(body, limit)) throw new DomainError('rate_limited', 'Too fast.');
  }

  @Post('json')
  json(@Body() body: unknown) {
    return body;
  }
}

@Module({ controllers: [BodiesController] })
class BodiesModule {}

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(BodiesModule, new FastifyAdapter(), {
    logger: false,
  });
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/x-ndjson', (_request, body, done) => done(null, body));
  limitGatheredBodies(fastify, limit);
  app.useGlobalFilters(new ProblemFilter(createLogger('test', 'silent')));
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

const portOf = (of: NestFastifyApplication) => (of.getHttpServer().address() as AddressInfo).port;

function open(path: string, type: string) {
  const headers = { 'content-type': type };
  const request = httpRequest({
    port: portOf(app),
    path,
    method: 'POST',
    headers,
    host: '127.0.0.1',
    agent: false,
  });
  // What is sent after the answer may find the connection closed.
  request.on('error', () => undefined);
  const answer = once(request, 'response').then(async ([response]: IncomingMessage[]) => ({
    status: response!.statusCode,
    body: JSON.parse(await text(response!)) as Record<string, unknown>,
  }));
  return { request, answer };
}

const ndjson = 'application/x-ndjson';

/** Sends a piece every quarter of the limit. */
async function sendSlowly(request: ReturnType<typeof open>['request'], pieces: number): Promise<void> {
  for (let piece = 0; piece < pieces; piece++) {
    request.write('{"a":1}\n');
    await new Promise(resolve => setTimeout(resolve, limit / 4));
  }
}

describe('a slow client', () => {
  it('may take its time over a stream as long as something comes', async () => {
    const { request, answer } = open('/stream', ndjson);
    await sendSlowly(request, 10);
    request.end();
    expect(await answer).toEqual({ status: 201, body: { bytes: 80 } });
  });

  it('hears that it was too slow when nothing comes any more', async () => {
    const { request, answer } = open('/stream', ndjson);
    request.write('{"a":1}\n');
    expect(await answer).toMatchObject({ status: 408, body: { code: 'too_slow' } });
    request.destroy();
  });

  it('has the limit for a whole body that is gathered', async () => {
    const { request, answer } = open('/json', 'application/json');
    request.write('{"a":');
    expect(await answer).toMatchObject({ status: 408, body: { code: 'too_slow' } });
    request.destroy();
    const whole = open('/json', 'application/json');
    whole.request.end('{"a":1}');
    expect(await whole.answer).toEqual({ status: 201, body: { a: 1 } });
  });

  it('hears a refusal in the middle of its stream, and its connection is good for more', async () => {
    const socket = connect(portOf(app), '127.0.0.1');
    const heard: Buffer[] = [];
    socket.on('data', chunk => heard.push(chunk));
    const head = (path: string, type: string, length: number) =>
      Buffer.from(
        `POST ${path} HTTP/1.1\r\nhost: h\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`,
      );
    const body = Buffer.alloc(20_000_000, 'x');
    socket.write(head('/refused', ndjson, body.length));
    socket.write(body);
    socket.write(head('/json', 'application/json', 2));
    socket.write('{}');
    const statuses = await until('both answers', () => {
      const found = [
        ...Buffer.concat(heard)
          .toString()
          .matchAll(/HTTP\/1.1 (\d+)/g),
      ].map(([, status]) => status);
      return found.length === 2 && found;
    });
    expect(statuses).toEqual(['429', '201']);
    socket.destroy();
  });

  it('hears a refusal where it will not use the connection again', async () => {
    const { request, answer } = open('/refused', ndjson);
    const parts = Array.from({ length: 20 }, () => Buffer.alloc(1_000_000, 'x'));
    // It stops by itself once it is answered.
    const sent = pipeline(Readable.from(parts), request).catch(() => undefined);
    expect(await answer).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    await sent;
  });
});
