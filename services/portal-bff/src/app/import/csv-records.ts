import { CsvError, parse } from 'csv-parse/sync';
import { type LineFault, tooLong } from './import-line.js';
import { textLines } from './text-lines.js';

/** Lines that one quoted record may span; a quote open for longer was never meant to be. */
const longestRecord = 20;

export type CsvRecord = { cells: string[] } | { wrong: LineFault };

/**
 * Reads CSV record by record. A quote that never closes costs its own line alone: the lines behind it are read again
 * as if it were not there, where a parser of the whole would swallow them.
 */
export async function* csvRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  let open: string[] = [];
  for await (const line of textLines(chunks)) {
    const { records, rest } = read(line === null ? open : [...open, line], line !== null);
    yield* records;
    if (line === null) yield { wrong: tooLong };
    open = rest;
  }
  yield* read(open, false).records;
}

/** The records of the lines; `rest` is the last one's where a quote is open and `more` lines may close it. */
function read(lines: string[], more: boolean): { records: CsvRecord[]; rest: string[] } {
  const records: CsvRecord[] = [];
  for (let from = 0; from < lines.length; ) {
    const { record, to } = recordAt(lines, from);
    const open = record === 'open';
    if (open && more && lines.length - from < longestRecord) return { records, rest: lines.slice(from) };
    if (open) records.push({ wrong: { code: 'invalid_csv', message: 'a quote is never closed' } });
    else if (record !== 'empty') records.push(record);
    from = to;
  }
  return { records, rest: [] };
}

/** What begins at a line, over as many lines as its quotes need; what cannot be read costs one line. */
function recordAt(lines: string[], from: number): { record: CsvRecord | 'open' | 'empty'; to: number } {
  const last = Math.min(lines.length, from + longestRecord);
  for (let to = from + 1; to <= last; to++) {
    const text = lines.slice(from, to).join('\n');
    const record = text.trim() === '' ? 'empty' : recordOf(text);
    if (record === 'open') continue;
    return { record, to: record !== 'empty' && 'wrong' in record ? from + 1 : to };
  }
  return { record: 'open', to: from + 1 };
}

function recordOf(text: string): CsvRecord | 'open' {
  try {
    const [cells = []] = parse(text, { trim: true, bom: true }) as string[][];
    return { cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'open';
    return { wrong: { code: 'invalid_csv', message: error.message } };
  }
}
