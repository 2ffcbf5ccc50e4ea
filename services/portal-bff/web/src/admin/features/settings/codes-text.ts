export interface CodesRead {
  /** Each once, in their order. */
  codes: string[];
  /** Lines that are no code, by their number from 1. */
  bad: { line: number; text: string }[];
  /** Lines that say a code again. */
  repeated: number;
}

/**
 * Codes out of pasted text or a file, one a line (domain.md 4.3): blank lines are nothing, quotes of a one-column CSV
 * are taken off. A code is 1 to 100 printable ASCII characters without spaces.
 */
export function readCodes(text: string): CodesRead {
  const codes = new Set<string>();
  const bad: CodesRead['bad'] = [];
  let repeated = 0;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw
      .trim()
      .replace(/^"(.*)"[,;]?$/, '$1')
      .replace(/[,;]$/, '')
      .trim();
    if (!line) continue;
    if (!/^[\x21-\x7e]{1,100}$/.test(line)) bad.push({ line: index + 1, text: line });
    else if (codes.has(line)) repeated += 1;
    else codes.add(line);
  }
  return { codes: [...codes], bad, repeated };
}
