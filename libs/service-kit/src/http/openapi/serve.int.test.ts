import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Answers } from './answers.js';
import { openApiOf } from './document.js';
import { serveOpenApi } from './serve.js';

@Controller('things')
class ThingsController {
  @Get()
  @Answers({ 200: z.object({ items: z.array(z.string()) }) }, { summary: 'List things' })
  list() {
    return { items: [] };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const document = openApiOf({
  title: 'Things',
  version: '1',
  description: 'All things.',
  controllers: [ThingsController],
  security: () => [],
  securitySchemes: {},
});

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, new FastifyAdapter(), {
    logger: false,
  });
  serveOpenApi(app, document);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});

afterAll(async () => {
  await app.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });

describe('the served documentation', () => {
  it('is the document for programs, which caches may keep and ask about', async () => {
    const answer = await get('/openapi.json');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
    expect(answer.headers['content-type']).toContain('application/json');
    const again = await get('/openapi.json', { 'if-none-match': String(answer.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is a page for people that can run nothing', async () => {
    const page = await get('/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'");
    expect(page.body).toContain('List things');
    expect((await get('/docs.css')).headers['content-type']).toContain('text/css');
  });
});
