import 'reflect-metadata';
import { problem } from '@cairn/contracts/http/problem';
import { id } from '@cairn/contracts/scalars';
import { describe, expect, it } from '@jest/globals';
import {
  applyDecorators,
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { idParam } from '../id-param.js';
import { zodPipe } from '../zod-pipe.js';
import { Answers, describedOf } from './answers.js';
import { openApiOf } from './document.js';
import { docsPage } from './page.js';
import type { Operation } from './types.js';

const tier = z.object({ id, name: z.string() }).meta({ id: 'Tier', description: 'One <b>tier</b>.' });
const series = z
  .object({
    id,
    name: z.string(),
    startsAt: z.iso.datetime({ offset: true }).nullable().default(null),
    tiers: z.array(tier),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, 'a CSS hex colour')
      .optional(),
    tags: z.string().transform(text => text.split(',')),
  })
  .meta({ id: 'Series', examples: [{ name: 'The climb' }] });
const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  status: z.enum(['draft', 'live']).optional(),
  programId: z.uuid().describe('Only of this program.'),
});
const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sale'), amount: z.int() }),
  z.strictObject({ type: z.literal('join') }),
]);

const AdminController = (path: string) => applyDecorators(Controller(`api/v1/${path}`));

@AdminController('series')
class SeriesController {
  @Post()
  @Answers({ 201: z.object({ id }) }, { summary: 'Create a series', problems: ['duplicate_name'] })
  create(@Body(zodPipe(series)) body: unknown) {
    return body;
  }

  @Get()
  @Answers({ 200: z.object({ items: z.array(series) }) }, { summary: 'List series' })
  list(@Query(zodPipe(listQuery)) query: unknown) {
    return query;
  }

  @Get(':id')
  @Answers({ 200: series }, { summary: 'Get a series' })
  read(@Param('id', idParam('series')) of: string) {
    return of;
  }

  @Patch(':id')
  @Answers(
    { 200: series, 202: series },
    { summary: 'Change a series', problems: ['series_not_draft', 'unknown_variant'] },
  )
  update(
    @Param('id', idParam('series')) of: string,
    @Body(zodPipe(series.partial())) body: unknown,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('authorization') _authorization: string,
  ) {
    return { of, body, ifMatch };
  }

  @Delete(':id/tiers/:tier')
  @Answers(
    { 204: null },
    { summary: 'Remove the tier', tags: ['Tiers'], description: 'For `ever`.\n\nReally.' },
  )
  remove(@Param('id') of: string) {
    return of;
  }
}

@Controller('v1/events')
class EventsController {
  @Post()
  @Answers(
    { 202: z.object({ accepted: z.int() }) },
    {
      summary: 'Send events',
      requestSchema: event,
      contentTypes: { request: ['application/json', 'application/x-ndjson'] },
    },
  )
  send() {
    return {};
  }
}

const options = {
  title: 'Toys',
  version: '1.0.0',
  description: 'A toy.',
  controllers: [SeriesController, EventsController],
  security: (_: unknown, controller: unknown) => (controller === SeriesController ? [{ key: [] }] : []),
  securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
  prefixSkip: 'api/v1',
};

const document = openApiOf(options);
const operation = (path: string, method: 'get' | 'post' | 'patch' | 'delete') =>
  document.paths[path]?.[method] as Operation;
const schemaOf = (of: { content?: Record<string, { schema: unknown }> } | undefined) =>
  Object.values(of?.content ?? {})[0]?.schema;

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
  });

  it('names operations by their summaries and groups them', () => {
    expect(operation('/api/v1/series', 'post')).toMatchObject({
      operationId: 'createSeries',
      tags: ['Series'],
    });
    expect(operation('/api/v1/series/{id}/tiers/{tier}', 'delete').tags).toEqual(['Tiers']);
    expect(document.tags.map(tag => tag.name)).toEqual(['Series', 'Tiers', 'V1']);
  });

  it('takes query parameters one by one from the pipe’s schema', () => {
    expect(operation('/api/v1/series', 'get').parameters).toEqual([
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      { name: 'status', in: 'query', required: false, schema: { type: 'string', enum: ['draft', 'live'] } },
      {
        name: 'programId',
        in: 'query',
        required: true,
        description: 'Only of this program.',
        schema: { type: 'string', format: 'uuid' },
      },
    ]);
  });

  it('has every parameter of the path, by its pipe’s schema where it has one', () => {
    expect(operation('/api/v1/series/{id}', 'get').parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    ]);
    expect(operation('/api/v1/series/{id}/tiers/{tier}', 'delete').parameters).toHaveLength(2);
  });

  it('refers to named schemas, and tells what is sent from what is answered where they differ', () => {
    expect(operation('/api/v1/series', 'post').requestBody).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/SeriesInput' } } },
    });
    expect(schemaOf(operation('/api/v1/series/{id}', 'get').responses[200])).toEqual({
      $ref: '#/components/schemas/Series',
    });
    expect(Object.keys(document.components.schemas)).toEqual(['Problem', 'Series', 'SeriesInput', 'Tier']);
    const { Series, SeriesInput } = document.components.schemas;
    expect(Series!.required).toContain('startsAt');
    expect(SeriesInput!.required).not.toContain('startsAt');
    expect(SeriesInput!.properties).toMatchObject({
      tags: { type: 'string' },
      tiers: { items: { $ref: '#/components/schemas/Tier' } },
    });
    expect(Series!.properties!.colour).toEqual({
      type: 'string',
      pattern: '^#[0-9a-f]{6}$',
      description: 'a CSS hex colour',
    });
  });

  it('lists problems by status with their codes', () => {
    const { responses } = operation('/api/v1/series/{id}', 'patch');
    expect(Object.keys(responses)).toEqual([
      '200',
      '202',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '422',
      'default',
    ]);
    expect(schemaOf(responses[409])).toEqual({
      allOf: [
        { $ref: '#/components/schemas/Problem' },
        {
          type: 'object',
          properties: { code: { type: 'string', enum: ['series_not_draft'] } },
          required: ['code'],
        },
      ],
    });
    expect(document.components.schemas.Problem!.properties).toHaveProperty('detail');
    expect(problem).toBeDefined();
  });

  it('knows Idempotency-Key, If-Match and ETag', () => {
    const headersOf = (of: Operation) =>
      of.parameters?.flatMap(({ name, in: where }) => (where === 'header' ? name : []));
    expect(headersOf(operation('/api/v1/series', 'post'))).toEqual(['Idempotency-Key']);
    expect(headersOf(operation('/api/v1/series/{id}', 'patch'))).toEqual(['If-Match']);
    expect(operation('/api/v1/series/{id}', 'patch').responses[200]!.headers).toHaveProperty('ETag');
    expect(operation('/api/v1/series/{id}', 'get').responses[200]!.headers).toHaveProperty('ETag');
    expect(operation('/api/v1/series', 'get').responses[200]!.headers).toBeUndefined();
    expect(operation('/v1/events', 'post').parameters).toBeUndefined();
  });

  it('has streamed bodies by the schema of a line', () => {
    const { content } = operation('/v1/events', 'post').requestBody!;
    expect(content['application/json']!.schema.oneOf).toHaveLength(2);
    expect(content['application/x-ndjson']!.schema).toMatchObject({
      type: 'string',
      contentSchema: { oneOf: expect.anything() },
    });
  });

  it('refuses handlers that say nothing, and two of one name', () => {
    @Controller('silent')
    class SilentController {
      @Get()
      read() {
        return {};
      }
    }
    @Controller('twin')
    class TwinController {
      @Get()
      @Answers({ 200: null }, { summary: 'List series' })
      read() {
        return {};
      }
    }
    const withOne = (controller: typeof SilentController) => () =>
      openApiOf({ ...options, controllers: [...options.controllers, controller] });
    expect(withOne(SilentController)).toThrow('SilentController.read');
    expect(withOne(TwinController)).toThrow('SeriesController.list and TwinController.read');
    expect(describedOf(TwinController.prototype.read)?.description.summary).toBe('List series');
  });

  it('is a page without scripts, with everything escaped', () => {
    const page = docsPage(document);
    expect(page).not.toMatch(/<script|<b>|undefined|\[object/);
    expect(page).toContain('One &lt;b&gt;tier&lt;/b&gt;.');
    expect(page).toContain('<code>ever</code>');
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${to}"`);
  });
});
