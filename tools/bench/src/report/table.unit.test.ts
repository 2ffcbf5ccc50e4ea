import { describe, expect, it } from '@jest/globals';
import { entryOf } from './performance.js';
import { figureRows, markdownTable, textTable } from './table.js';

const on = {
  machine: {
    ...{ system: 'Linux', cpus: 2, model: 'a processor', memoryGiB: 8 },
    ...{ node: '24.0.0', postgres: '18.1', kafka: '4.1.0' },
  },
  date: '2026-01-02T03:04:05.000Z',
};
const only = (value: number) => ({ 'ledger.rows': value });
const rounds = [
  [900, 2000],
  [1100.4, 2500],
  [1000, 1500],
].map(([value, baseline]) => ({ value: only(value!), baseline: only(baseline!) }));
const entry = entryOf('ledger.rows', rounds, on);

describe('entryOf', () => {
  it('is the medians, their ratio and every round', () => {
    expect(entry).toMatchObject({
      ...{ figure: 'ledger.rows', unit: 'rows/s', value: 1000, baseline: 2000, ratio: 0.5 },
      higherIsBetter: true,
      ...on,
    });
    expect(entry.rounds).toEqual([
      { value: 900, baseline: 2000 },
      { value: 1100, baseline: 2500 },
      { value: 1000, baseline: 1500 },
    ]);
  });
});

describe('the table', () => {
  it('shows median, least and most of both', () => {
    expect(figureRows([entry])[0]?.slice(1, 5)).toEqual([
      ...['rows/s', '1,000 (900 – 1,100)', '2,000 (1,500 – 2,500)', '0.5'],
    ]);
  });

  it('lines its columns up', () => {
    const [head, row] = textTable([entry]).split('\n');
    expect(head!.indexOf('unit')).toBe(row!.indexOf('rows/s'));
  });

  it('says which way is better', () => {
    const slow = { value: { 'end-to-end.p50': 40 }, baseline: { 'end-to-end.p50': 8 } };
    const slower = entryOf('end-to-end.p50', [slow], on);
    expect(figureRows([slower])[0]?.[0]).toMatch(/lower is better/);
  });
});

describe('markdownTable', () => {
  it('keeps a cell on its line and a bar in its cell', () => {
    expect(markdownTable(['a', 'b'], [['x |\n y', 'z']])).toBe('| a | b |\n| --- | --- |\n| x \\| y | z |\n');
  });
});
