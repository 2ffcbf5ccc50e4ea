import { pipeline, Readable } from 'node:stream';
import { pageOf } from '@cairn/contracts/http/page';
import { type FulfilmentItem, fulfilmentItem } from '@cairn/contracts/http/reward-item';
import { stringify } from 'csv-stringify';

const page = pageOf(fulfilmentItem);

const columns = [
  'id',
  'createdAt',
  'ambassador',
  'ambassadorId',
  'series',
  'tier',
  'cycle',
  'type',
  'reward',
  'status',
  'code',
  'order',
  'note',
  'tracking',
  'address',
  'problem',
  'fulfilledAt',
] as const;

/**
 * The queue as CSV with a header, a page at a time. What a spreadsheet would take for a formula is escaped: names come
 * from outside.
 * @param read one page of GET /internal/fulfilment, from a cursor.
 */
export async function fulfilmentCsv(
  read: (cursor: string | undefined) => Promise<unknown>,
): Promise<Readable> {
  // The first page before the answer begins, so that what is wrong is still a problem.
  const first = page.parse(await read(undefined));
  const csv = stringify({ header: true, columns: [...columns], escape_formulas: true });
  // Whoever breaks off ends the reading too; the reader of `csv` gets what went wrong.
  pipeline(Readable.from(rowsOf(first, read)), csv, () => {});
  return csv;
}

async function* rowsOf(
  first: { items: FulfilmentItem[]; nextCursor: string | null },
  read: (cursor: string | undefined) => Promise<unknown>,
): AsyncGenerator<Record<(typeof columns)[number], string>> {
  let current = first;
  for (;;) {
    yield* current.items.map(rowOf);
    if (current.nextCursor === null) return;
    current = page.parse(await read(current.nextCursor));
  }
}

function rowOf(item: FulfilmentItem): Record<(typeof columns)[number], string> {
  return {
    id: item.id,
    createdAt: item.createdAt,
    ambassador: item.ambassador.name,
    ambassadorId: item.ambassador.id,
    series: item.series.name,
    tier: item.tier.name,
    cycle: String(item.cycle),
    type: item.type,
    reward: item.title,
    status: item.status,
    code: item.code ?? '',
    order: item.orderName ?? '',
    note: item.note ?? '',
    tracking: item.tracking ?? '',
    address: addressLine(item.address),
    problem: item.problem ?? '',
    fulfilledAt: item.fulfilledAt ?? '',
  };
}

/** As on a parcel, in one cell. */
function addressLine(address: FulfilmentItem['address']): string {
  if (address === undefined) return '';
  const { name, line1, line2, postalCode, city, region, country, phone } = address;
  return [name, line1, line2, `${postalCode} ${city}`, region, country, phone].filter(Boolean).join(', ');
}
