import { csvRecords } from './csv-records.js';
import type { ImportLine } from './import-line.js';

/**
 * Reads CSV with a header: columns are named like the fields, an address' parts `address.line1` and so on, and an
 * empty cell is a field that is not there. A row that cannot be read stops nothing; the header is not counted.
 */
export async function* csvLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportLine> {
  let header: string[] | undefined;
  let index = 0;
  for await (const record of csvRecords(chunks)) {
    if (header === undefined) header = 'cells' in record ? record.cells : [];
    else if ('wrong' in record) yield { index: index++, wrong: record.wrong };
    else if (record.cells.length !== header.length)
      yield { index: index++, wrong: wrongLength(header, record.cells) };
    else yield { index: index++, item: itemOf(header, record.cells) };
  }
}

function wrongLength(header: string[], cells: string[]) {
  return { code: 'invalid_csv', message: `${cells.length} cells under ${header.length} columns` };
}

/** `address.city` becomes `{address: {city}}`. */
function itemOf(header: string[], cells: string[]): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  const address: Record<string, string> = {};
  for (const [place, name] of header.entries()) {
    const value = cells[place] ?? '';
    if (value === '') continue;
    if (name.startsWith('address.')) address[name.slice('address.'.length)] = value;
    else item[name] = value;
  }
  return Object.keys(address).length === 0 ? item : { ...item, address };
}
