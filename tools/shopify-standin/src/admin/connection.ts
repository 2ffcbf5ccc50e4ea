import { GraphQLError } from 'graphql';
import { notImplemented } from './errors.js';

/** What every connection of the schema takes. */
export interface ConnectionArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
  sortKey?: string | null;
  savedSearchId?: string | null;
}

const MAXIMUM_PAGE = 250;
/** Ids grow with creation, and so do numbers and positions: all sort alike. */
const SORT_KEYS = ['ID', 'CREATED_AT', 'PROCESSED_AT', 'NUMBER', 'ORDER_NUMBER', 'POSITION', 'RELEVANCE'];

/**
 * A page of `records`, which are in id order, or sorted by one of `otherKeys`. Cursors name the last one's key, so a
 * page is stable while records come in.
 * @throws GraphQLError in Shopify's words when neither `first` nor `last` is given
 */
export function connection<R extends { id: number }>(
  records: readonly R[],
  args: ConnectionArguments,
  node: (record: R) => object,
  otherKeys: Readonly<Record<string, (record: R) => number>> = {},
) {
  const sortValue = otherKeys[args.sortKey ?? ''];
  if (args.sortKey && !sortValue && !SORT_KEYS.includes(args.sortKey))
    throw notImplemented(`sortKey ${args.sortKey}`);
  const keyOf = (record: R): Key => ({ value: sortValue ? sortValue(record) : record.id, id: record.id });
  if (args.savedSearchId) throw notImplemented('savedSearchId');
  const size = args.first ?? args.last;
  if (size === undefined || size === null) throw badRequest('you must provide one of first or last');
  if (typeof args.first === 'number' && typeof args.last === 'number') {
    throw badRequest('providing both first and last is not supported');
  }
  if (size < 0 || size > MAXIMUM_PAGE) throw badRequest(`page size must be from 0 to ${MAXIMUM_PAGE}`);

  const sorted = sortValue ? [...records].sort((a, b) => compare(keyOf(a), keyOf(b))) : records;
  const ordered = args.reverse ? [...sorted].reverse() : sorted;
  const sign = args.reverse ? -1 : 1;
  const isBeyond = (record: R, key: Key) => sign * compare(keyOf(record), key) > 0;
  const after = args.after ? fromCursor(args.after) : null;
  const from = after ? positionOf(ordered, record => isBeyond(record, after)) : 0;
  const before = args.before ? fromCursor(args.before) : null;
  const to = before
    ? positionOf(ordered, record => record.id === before.id || isBeyond(record, before))
    : ordered.length;
  const start = typeof args.first === 'number' ? from : Math.max(from, to - size);
  const end = typeof args.first === 'number' ? Math.min(to, from + size) : to;
  const page = ordered.slice(start, Math.max(start, end));
  const edges = page.map(record => ({ cursor: toCursor(keyOf(record)), node: () => node(record) }));
  return {
    edges,
    nodes: () => page.map(node),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function positionOf<R>(records: readonly R[], isAt: (record: R) => boolean): number {
  const position = records.findIndex(isAt);
  return position === -1 ? records.length : position;
}

/** What a list is sorted by, and the id where that is the same. */
interface Key {
  value: number;
  id: number;
}

function compare(a: Key, b: Key): number {
  return a.value - b.value || a.id - b.id;
}

function toCursor({ value, id }: Key): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: String(value) })).toString('base64');
}

function fromCursor(cursor: string): Key {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  const match = /"last_id":(\d+),"last_value":"(-?\d+)"/.exec(text);
  if (!match) throw badRequest('Invalid cursor for current pagination sort.');
  return { id: Number(match[1]), value: Number(match[2]) };
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
