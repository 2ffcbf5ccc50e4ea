import { describe, expect, it } from '@jest/globals';
import { csvLines } from './csv-lines.js';
import { importAmbassadors } from './import-ambassadors.js';
import { ndjsonLines } from './ndjson-lines.js';

/** In pieces of three bytes, so that lines and characters are cut anywhere. */
async function* upload(text: string) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 3) yield bytes.slice(at, at + 3);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('ndjsonLines', () => {
  it('counts the non-empty lines, and goes on after one that is not JSON', async () => {
    const lines = await all(ndjsonLines(upload('{"name":"Zoë"}\n\n{oops\r\n{"name":"Bo"}')));
    expect(lines).toEqual([
      { index: 0, item: { name: 'Zoë' } },
      { index: 1, wrong: { code: 'invalid_json', message: 'not JSON' } },
      { index: 2, item: { name: 'Bo' } },
    ]);
  });
});

describe('csvLines', () => {
  it('names the fields by the header, leaves empty cells out, nests the address', async () => {
    const csv =
      '\uFEFFname, email,address.city,externalId\nZoë,zoe@example.com,Oslo,\n\n"Bo, B.",bo@example.com,,b\n';
    expect(await all(csvLines(upload(csv)))).toEqual([
      { index: 0, item: { name: 'Zoë', email: 'zoe@example.com', address: { city: 'Oslo' } } },
      { index: 1, item: { name: 'Bo, B.', email: 'bo@example.com', externalId: 'b' } },
    ]);
  });

  it('refuses a row with too many cells, in its place, and goes on', async () => {
    const lines = await all(csvLines(upload('name,email\nA,a@x.io\nB,b@x.io,oops\nC,c@x.io\n')));
    expect(lines.map(line => ('item' in line ? 'taken' : line.wrong.code))).toEqual([
      'taken',
      'invalid_csv',
      'taken',
    ]);
    expect(lines.map(line => line.index)).toEqual([0, 1, 2]);
  });

  it.each([
    ['an unclosed quote', 'A,"a\nB,b\nC,c\n', ['invalid_csv', 'B', 'C']],
    ['a stray quote', 'A,x"a"\nB,b\n', ['invalid_csv', 'B']],
    ['a quoted line end', '"A\nA",a\nB,b', ['A\nA', 'B']],
    [
      'an unclosed quote before many lines',
      `A,"a\n${'B,b\n'.repeat(40)}`,
      ['invalid_csv', ...Array(40).fill('B')],
    ],
    ['an unclosed quote before a quoted line end', 'A,"a\n"B\nB",b\nC,c\n', ['invalid_csv', 'B\nB', 'C']],
    ['empty lines', '\nA,a\n\n  \nB,b\n\n', ['A', 'B']],
  ])('%s costs no other line', async (_, rows, expected) => {
    const lines = await all(csvLines(upload(`name,email\n${rows}`)));
    const seen = lines.map(line => ('item' in line ? (line.item as { name: string }).name : line.wrong.code));
    expect(seen).toEqual(expected);
    expect(lines.map(line => line.index)).toEqual(lines.map((_line, index) => index));
  });
});

describe('importAmbassadors', () => {
  async function* lines(count: number) {
    for (let index = 0; index < count; index++) {
      yield index % 3 === 1
        ? { index, wrong: { code: 'invalid_json', message: 'not JSON' } }
        : { index, item: index };
    }
  }

  const unasked = async () => {
    throw new Error('nobody is to be trusted');
  };

  it('hands on slices of at most 500 and tells refusals by the line’s own place', async () => {
    const slices: number[] = [];
    const answer = await importAmbassadors(lines(1_500), {
      load: async items => {
        slices.push(items.length);
        return {
          created: items.length - 1,
          updated: 0,
          rejected: [{ index: 1, code: 'duplicate_email', errors: [] }],
          ambassadorIds: [],
        };
      },
      trust: unasked,
    });
    expect(slices).toEqual([500, 500]);
    expect(answer.created).toBe(998);
    expect(answer.rejected).toHaveLength(502);
    const duplicates = answer.rejected.filter(rejected => rejected.code === 'duplicate_email');
    expect(duplicates.map(rejected => rejected.index)).toEqual([2, 752]);
  });

  it('lists the first thousand refused and counts the rest', async () => {
    const answer = await importAmbassadors(lines(6_000), {
      load: async items => ({ created: items.length, updated: 0, rejected: [], ambassadorIds: [] }),
      trust: unasked,
    });
    expect(answer.rejected).toHaveLength(1_000);
    expect(answer.rejectedCount).toBe(2_000);
  });

  it('1.5 trusts whom milestones tells, by the last line of each, and refuses a trust that there is not', async () => {
    async function* file() {
      const items = [
        { trust: 'trusted' },
        { trust: 'blind' },
        {},
        { trust: 'standard' },
        { trust: 'trusted' },
        7,
      ];
      for (const [index, item] of items.entries()) yield { index, item };
    }
    const trusted: unknown[] = [];
    const answer = await importAmbassadors(file(), {
      load: async items => {
        expect(items).toEqual([{}, {}, {}, {}, 7]);
        const rejected = [{ index: 4, code: 'invalid_input', errors: [] }];
        return { created: 2, updated: 1, rejected, ambassadorIds: ['a', 'b', 'a', null, null] };
      },
      trust: async of => {
        trusted.push(...of);
      },
    });
    expect(trusted).toEqual([{ ambassadorId: 'a', trust: 'standard' }]);
    expect(answer.rejected.map(({ index, errors }) => [index, errors[0]?.path])).toEqual([
      [1, 'trust'],
      [5, undefined],
    ]);
  });
});
