import { type ImportLine, tooLong } from './import-line.js';
import { textLines } from './text-lines.js';

/** Reads NDJSON line by line, whatever its length; a line that is not JSON stops nothing. */
export async function* ndjsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportLine> {
  let index = 0;
  for await (const line of textLines(chunks)) {
    if (line === null) yield { index: index++, wrong: tooLong };
    else if (line.trim() !== '') yield parsed(line, index++);
  }
}

function parsed(line: string, index: number): ImportLine {
  try {
    return { index, item: JSON.parse(line) };
  } catch {
    return { index, wrong: { code: 'invalid_json', message: 'not JSON' } };
  }
}
