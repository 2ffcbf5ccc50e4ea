import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { unreadable } from './compatibility.js';
import type { JsonSchema } from './json-schemas.js';

const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

describe('what an old reader can still read', () => {
  it.each<[string, z.ZodType, z.ZodType]>([
    ['the same', z.object({ a: z.string() }), z.object({ a: z.string() })],
    ['a new property', z.object({ a: z.string() }), z.object({ a: z.string(), b: z.int() })],
    [
      'an optional one that is now always there',
      z.object({ a: z.string().optional() }),
      z.object({ a: z.string() }),
    ],
    ['a tighter bound', z.object({ a: z.int().min(0) }), z.object({ a: z.int().min(1) })],
    ['fewer values', z.object({ a: z.enum(['x', 'y']) }), z.object({ a: z.enum(['x']) })],
    ['never null any more', z.object({ a: z.string().nullable() }), z.object({ a: z.string() })],
    [
      'a choice less',
      z.union([z.string(), z.object({ k: z.literal('a') })]),
      z.object({ k: z.literal('a') }),
    ],
  ])('%s', (_, before, after) => {
    expect(unreadable(json(before), json(after))).toEqual([]);
  });
});

describe('what breaks an old reader', () => {
  it.each<[string, z.ZodType, z.ZodType, string]>([
    ['a property gone', z.object({ a: z.string() }), z.object({}), '$.a'],
    ['a property optional', z.object({ a: z.string() }), z.object({ a: z.string().optional() }), '$.a'],
    ['another type', z.object({ a: z.string() }), z.object({ a: z.int() }), '$.a'],
    ['a new value', z.object({ a: z.enum(['x']) }), z.object({ a: z.enum(['x', 'y']) }), '$.a'],
    ['null where none was', z.object({ a: z.string() }), z.object({ a: z.string().nullable() }), '$.a'],
    ['a looser bound', z.object({ a: z.int().min(1) }), z.object({ a: z.int().min(0) }), '$.a'],
    [
      'items of another kind',
      z.object({ a: z.array(z.string()) }),
      z.object({ a: z.array(z.int()) }),
      '$.a[]',
    ],
    [
      'a new property of a closed object',
      z.strictObject({ a: z.int() }),
      z.strictObject({ a: z.int(), b: z.int() }),
      '$.b',
    ],
    [
      'a new member of a union',
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') })]),
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]),
      '$',
    ],
  ])('%s', (_, before, after, path) => {
    const breaks = unreadable(json(before), json(after));
    expect(breaks).toHaveLength(1);
    expect(breaks[0]).toContain(path);
  });
});
