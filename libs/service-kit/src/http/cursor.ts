import { z } from 'zod';
import { DomainError } from '../domain-error.js';

/** An opaque cursor that holds the sort key of the last item. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws DomainError `invalid_input` for a cursor that no list gave out. */
export function decodeCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  key: Schema,
): z.infer<Schema> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new DomainError('invalid_input', 'Take the cursor from the list’s nextCursor, or leave it out.', [
      { path: 'cursor', message: 'not a cursor of this list' },
    ]);
  }
}

/** Cuts a result of `limit + 1` rows into a page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  key: (row: Row) => (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
