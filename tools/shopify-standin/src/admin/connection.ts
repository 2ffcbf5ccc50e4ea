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
 * A page of `records`, which are in id order. Cursors name the last id, so a page is stable while records come in.
 * @throws GraphQLError in Shopify's words when neither `first` nor `last` is given
 */
export function connection<R extends { id: number }>(
  records: readonly R[],
  args: ConnectionArguments,
  node: (record: R) => object,
) {
  if (args.sortKey && !SORT_KEYS.includes(args.sortKey)) throw notImplemented(`sortKey ${args.sortKey}`);
  if (args.savedSearchId) throw notImplemented('savedSearchId');
  const size = args.first ?? args.last;
  if (size === undefined || size === null) throw badRequest('you must provide one of first or last');
  if (typeof args.first === 'number' && typeof args.last === 'number') {
    throw badRequest('providing both first and last is not supported');
  }
  if (size < 0 || size > MAXIMUM_PAGE) throw badRequest(`page size must be from 0 to ${MAXIMUM_PAGE}`);

  const ordered = args.reverse ? [...records].reverse() : records;
  const isBeyond = (record: R, id: number) => (args.reverse ? record.id < id : record.id > id);
  const from = args.after ? positionOf(ordered, record => isBeyond(record, fromCursor(args.after ?? ''))) : 0;
  const beforeId = args.before ? fromCursor(args.before) : null;
  const to =
    beforeId === null
      ? ordered.length
      : positionOf(ordered, record => record.id === beforeId || isBeyond(record, beforeId));
  const start = typeof args.first === 'number' ? from : Math.max(from, to - size);
  const end = typeof args.first === 'number' ? Math.min(to, from + size) : to;
  const page = ordered.slice(start, Math.max(start, end));
  const edges = page.map(record => ({ cursor: toCursor(record.id), node: () => node(record) }));
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

function toCursor(id: number): string {
  return Buffer.from(JSON.stringify({ last_id: id, last_value: String(id) })).toString('base64');
}

function fromCursor(cursor: string): number {
  const match = /"last_id":(\d+)/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (!match) throw badRequest('Invalid cursor for current pagination sort.');
  return Number(match[1]);
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
