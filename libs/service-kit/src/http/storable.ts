import type { FieldError } from '@cairn/contracts/http/problem';

/**
 * Where a parsed JSON value holds text that Postgres cannot keep: a NUL character, or half a surrogate pair.
 * @returns one error a place; empty when all of it can be kept.
 */
export function unstorableText(value: unknown, path = ''): FieldError[] {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed()
      ? [{ path, message: 'holds a NUL character or half a character: send text without it' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(path === '' ? unstorableText(key, key) : unstorableText(key, path)),
    ...unstorableText(part, path === '' ? key : `${path}.${key}`),
  ]);
}
