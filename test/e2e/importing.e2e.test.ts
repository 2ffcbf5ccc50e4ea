import type { ImportReport, TrustedAmbassador } from '@cairn/contracts/http/ambassador';
import type { Page } from '@cairn/contracts/http/page';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ok } from '../support/api.js';
import { makeBrand, read, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand('Importing');
}, 60_000);

const load = (raw: string, type: string) =>
  ok<ImportReport>('POST', `${cairn().portal}/api/v1/ambassadors/import`, { token: brand.apiKey, raw, type });

/** Every field that POST /ambassadors takes (api.md). */
const person = (name: string, trust?: string) => ({
  externalId: name,
  name,
  email: `${name}@import.example`,
  programId: brand.programId,
  joinedAt: '2026-01-02T03:04:05.000Z',
  timezone: 'Europe/Oslo',
  locale: 'nb-NO',
  ...(trust === undefined ? {} : { trust }),
  code: `${name}-CODE`,
  address: { name, line1: '1, "Hill" Street', city: 'Bergen', postalCode: '5003', country: 'NO' },
});

const ndjson = (lines: readonly object[]) => lines.map(line => JSON.stringify(line)).join('\n');

function csv(lines: readonly ReturnType<typeof person>[]): string {
  const rows = lines.map(({ address, ...of }) => ({
    trust: '',
    ...of,
    ...Object.fromEntries(Object.entries(address).map(([part, value]) => [`address.${part}`, value])),
  }));
  const header = Object.keys(rows[0]!);
  const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
  const cells = rows.map(row => header.map(name => cell((row as Record<string, unknown>)[name])).join(','));
  return [header.join(','), ...cells].join('\n');
}

describe('POST /ambassadors/import', () => {
  it.each([
    ['application/x-ndjson', 'nina', ndjson],
    ['text/csv', 'cato', csv],
  ] as const)(
    '1.3, 1.5 takes every field of an ambassador, of %s',
    async (type, name, write) => {
      const lines = [person(name, 'trusted'), person(`${name}-new`), person(`${name}-bad`, 'blind')];
      const report = await load(write(lines), type);
      expect(report).toMatchObject({
        created: 2,
        updated: 0,
        rejected: [{ index: 2, code: 'invalid_input', errors: [{ path: 'trust' }] }],
      });
      const found = async (externalId: string) =>
        (await read<Page<{ id: string }>>(brand, `/ambassadors?externalId=${externalId}`)).items[0];
      expect(await found(`${name}-bad`)).toBeUndefined();
      const { id } = (await found(name))!;
      const of = await until('the trust is told', async () => {
        const now = await read<TrustedAmbassador>(brand, `/ambassadors/${id}`);
        return now.trust === 'trusted' && now;
      });
      const { programId, joinedAt, trust, code, ...fields } = person(name, 'trusted');
      expect(of).toMatchObject({
        ...fields,
        programId,
        trust,
        trustSetBy: 'admin',
        memberships: [{ programId, from: joinedAt, to: null }],
      });
      expect(of.code.toLowerCase()).toBe(code.toLowerCase());
      const other = await read<TrustedAmbassador>(brand, `/ambassadors/${(await found(`${name}-new`))!.id}`);
      expect([other.trust, other.trustSetBy]).toEqual(['new', 'rule']);
      expect(await load(write(lines), type)).toMatchObject({ created: 0, updated: 2 });
    },
    60_000,
  );

  it('names what is wrong with each line by its place, and takes the others', async () => {
    const lines = [
      person('line-0'),
      { ...person('line-1'), timezone: 'Mars/Olympus' },
      { ...person('line-2'), locale: 'no such thing' },
      { ...person('line-3'), code: '!' },
      { ...person('line-4'), joinedAt: 'yesterday' },
      { ...person('line-5'), address: { line1: 'somewhere' } },
      { ...person('line-6'), programId: brand.seriesId },
      { ...person('line-7'), email: 'LINE-0@import.example' },
      { ...person('line-8'), code: 'line-0-code' },
      person('line-9'),
    ];
    const { created, rejected } = await load(ndjson(lines), 'application/x-ndjson');
    expect(created).toBe(2);
    expect(rejected.map(({ index, code, errors }) => [index, code, errors[0]?.path.split('.')[0]])).toEqual([
      [1, 'invalid_input', 'timezone'],
      [2, 'invalid_input', 'locale'],
      [3, 'invalid_input', 'code'],
      [4, 'invalid_input', 'joinedAt'],
      [5, 'invalid_input', 'address'],
      [6, 'not_found', 'programId'],
      [7, 'duplicate_email', 'email'],
      [8, 'duplicate_code', 'code'],
    ]);
  });
});
