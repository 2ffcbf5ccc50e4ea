import type { Clones } from './clone-rows.js';

/** What one more person of a brand has in each database: nothing but rows that the product wrote for a real one. */
export interface Filling {
  readonly brandId: string;
  /** Somebody with sales and an unlocked tier, whose rows are copied. */
  readonly ambassadorId: string;
  /** Of theirs. */
  readonly eventId: string;
  /** Ledger rows a person, one a day back from now. */
  readonly rows: number;
}

/** `externalId` of person `n`. */
export const externalIdOf = (n: number): string => `f-${n}`;

/** Ids ascend with n, as those of an import do. */
const idOf = (kind: string, number: string): string =>
  `('${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const person = idOf('0fff0000-0000', 'n');
const row = (rows: number) => `(n * ${rows} + k)`;
const daysAgo = (column: string) => `one.${column} - make_interval(days => k)`;
const eventId = `'f-' || lpad(n::text, 9, '0') || '-' || lpad(k::text, 4, '0')`;
const orderId = `'o-' || ${eventId}`;

export function inIngestion({ ambassadorId }: Filling): Clones[] {
  return [
    {
      ...{ table: 'ambassador_refs', each: 1 },
      like: `ambassador_id = '${ambassadorId}' AND ref LIKE 'externalId:%'`,
      set: { ref: `'externalId:f-' || n`, ambassador_id: person },
    },
  ];
}

/** Half of the rows are of orders, as sales are; the others are like them in all but that. */
export function inPoints({ ambassadorId, eventId: like, rows }: Filling): Clones[] {
  const own = `ambassador_id = '${ambassadorId}'`;
  const event = `event_id = '${like}'`;
  const award = idOf('0aaa0000-0000', row(rows));
  const sales = Math.ceil(rows / 2);
  return [
    { table: 'ambassadors', each: 1, like: own, set: { ambassador_id: person } },
    {
      ...{ table: 'ambassador_refs', each: 1, like: `${own} AND ref LIKE 'externalId:%'` },
      set: { ref: `'externalId:f-' || n`, ambassador_id: person },
    },
    {
      ...{ table: 'accounts', each: 1, like: own },
      set: {
        ambassador_id: person,
        seq: String(rows),
        available: `one.available / one.seq * ${rows}`,
        pending: '0',
      },
    },
    {
      ...{ table: 'ledger', each: rows, like: event },
      set: {
        ambassador_id: person,
        seq: 'k',
        id: idOf('0eee0000-0000', row(rows)),
        event_id: eventId,
        occurred_at: daysAgo('occurred_at'),
        posted_at: daysAgo('posted_at'),
      },
    },
    {
      ...{ table: 'event_keys', each: rows, like: event },
      set: { event_id: eventId, accepted_at: daysAgo('accepted_at') },
    },
    {
      ...{ table: 'receipts', each: rows, like: event },
      set: {
        event_id: eventId,
        accepted_at: daysAgo('accepted_at'),
        ambassador_id: person,
        entry_id: idOf('0eee0000-0000', row(rows)),
        order_id: orderId,
        occurred_at: daysAgo('occurred_at'),
      },
    },
    {
      ...{ table: 'awards', each: sales, like: event },
      set: {
        ambassador_id: person,
        id: award,
        order_id: orderId,
        event_id: eventId,
        occurred_at: daysAgo('occurred_at'),
        accepted_at: daysAgo('accepted_at'),
      },
    },
    {
      ...{ table: 'orders', each: sales, like: `order_id = 'o-${like}'` },
      set: {
        order_id: orderId,
        ambassador_id: person,
        award_id: award,
        sale_ambassador_id: person,
        sale_at: daysAgo('sale_at'),
        sale_accepted_at: daysAgo('sale_accepted_at'),
      },
    },
    {
      ...{ table: 'attributed_sales', each: sales, like: own },
      set: { ambassador_id: person, occurred_at: daysAgo('occurred_at'), order_id: orderId },
    },
    {
      ...{ table: 'sale_days', each: sales, like: own },
      set: { ambassador_id: person, day: 'one.day - k' },
    },
  ];
}

export function inPortal({ ambassadorId, eventId: like, rows }: Filling): Clones[] {
  const own = `ambassador_id = '${ambassadorId}'`;
  return [
    {
      ...{ table: 'ambassadors', each: 1, like: `id = '${ambassadorId}'` },
      set: {
        id: person,
        external_id: `'f-' || n`,
        name: `'Person ' || n`,
        email: `'f-' || n || '@example.com'`,
        code: `'f' || n`,
      },
    },
    { table: 'home', each: 1, like: own, set: { ambassador_id: person } },
    { table: 'balances', each: 1, like: own, set: { ambassador_id: person } },
    { table: 'progress', each: 1, like: own, set: { ambassador_id: person } },
    {
      ...{ table: 'unlocks', each: 1, like: own },
      set: { id: idOf('0bbb0000-0000', 'n'), ambassador_id: person },
    },
    {
      ...{ table: 'grants', each: 1, like: own },
      set: { id: idOf('0ccc0000-0000', 'n'), ambassador_id: person },
    },
    {
      ...{ table: 'messages', each: 1, like: own },
      set: { id: idOf('0ddd0000-0000', 'n'), ambassador_id: person },
    },
    {
      ...{ table: 'activity', each: rows, like: `${own} AND event_id = '${like}'` },
      set: { ambassador_id: person, event_id: eventId, occurred_at: daysAgo('occurred_at') },
    },
  ];
}

/** The id of person `n`, as it is in the databases. */
export function personId(n: number): string {
  return `0fff0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
