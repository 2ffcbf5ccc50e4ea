import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Journal } from './journal.js';
import type { JournalLine } from './records.js';

const LINE: JournalLine = {
  type: 'shop',
  record: { domain: 'a.myshopify.com', accessToken: 't', name: 'Ä', currencyCode: 'USD', createdAt: 1 },
};

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'journal-')), 'a.jsonl');
});
afterEach(() => rmSync(path.dirname(file), { recursive: true }));

function replayed(): JournalLine[] {
  const lines: JournalLine[] = [];
  new Journal(file, line => lines.push(line)).close();
  return lines;
}

describe('a journal', () => {
  it('gives back what was appended', () => {
    const journal = new Journal(file, () => undefined);
    journal.append(LINE);
    journal.append(LINE);
    journal.close();
    expect(replayed()).toEqual([LINE, LINE]);
  });

  it('cuts off a line that was being written when the process died', () => {
    const journal = new Journal(file, () => undefined);
    journal.append(LINE);
    journal.close();
    appendFileSync(file, '{"type":"shop","rec');
    expect(replayed()).toEqual([LINE]);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(LINE)}\n`);
  });

  it('does not start on a line that is whole and wrong', () => {
    appendFileSync(file, '{"type":"order"}\n');
    expect(replayed).toThrow();
  });
});
