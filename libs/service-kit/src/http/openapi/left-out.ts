import type { JsonSchema } from './types.js';

/**
 * A body's schema with its defaults told in words. As the keyword `default` they would be fields that are always there to
 * those who make types from it (openapi-typescript does), and every client would have to send them.
 */
export function defaultsInWords<Part extends JsonSchema>(schema: Part): Part {
  return walk(schema) as Part;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, walk(inner)] as const);
  const own = Object.fromEntries(entries);
  // A field may be called so; the keyword stands beside the words of a schema.
  const isKeyword = 'default' in own && ('type' in own || 'anyOf' in own || 'oneOf' in own || '$ref' in own);
  if (!isKeyword) return own;
  const { default: left, description, ...rest } = own;
  const words = `If left out: ${JSON.stringify(left)}`;
  return { ...rest, description: typeof description === 'string' ? `${description}. ${words}` : words };
}
