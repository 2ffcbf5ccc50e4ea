import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call } from '../support/api.js';
import { enrol, makeBrand, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;
const paths: Record<string, string> = {};
const rewards = [{ type: 'discount_code', source: 'shopify', percent: 10 }];

beforeAll(async () => {
  brand = await makeBrand();
  paths.brand = '/brand';
  paths.ambassador = `/ambassadors/${(await enrol(brand, 'ada')).id}`;
  const program = await admin<{ id: string }>('POST', '/programs', {
    name: 'Insiders',
    category: 'referral',
  });
  paths.program = `/programs/${program.body.id}`;
  const draft = await admin<{ id: string }>('POST', '/series', {
    name: 'The slope',
    category: 'referral',
    programIds: [program.body.id],
    completion: { kind: 'stay' },
    tiers: [{ name: 'Bronze', threshold: 50, medal: { preset: 'bronze' }, description: 'Friends', rewards }],
  });
  paths.series = `/series/${draft.body.id}`;
}, 60_000);

interface Edited {
  name: string;
  code: string;
  detail: string;
}

const admin = <Body = Edited>(method: string, path: string, body?: unknown, ifMatch?: string) =>
  call<Body>(method, `${cairn().portal}/api/v1${path}`, { token: brand.apiKey, body, ifMatch });

const tagOf = ({ headers }: Answer<Edited>) => headers.get('etag') ?? 'none';

describe('what two people edit (ETag, If-Match)', () => {
  it.each(['brand', 'ambassador', 'series', 'program'])(
    '%s: the second is told to read it again',
    async of => {
      const path = paths[of]!;
      const first = await admin('PATCH', path, { name: 'Before' });
      expect(tagOf(first)).toMatch(/^"[\w-]+"$/);
      if (of !== 'program') expect(tagOf(await admin('GET', path))).toBe(tagOf(first));
      const second = await admin('PATCH', path, { name: 'Theirs' }, tagOf(first));
      expect([second.status, second.body.name]).toEqual([200, 'Theirs']);
      const late = await admin('PATCH', path, { name: 'Mine' }, tagOf(first));
      expect([late.status, late.body.code]).toEqual([412, 'stale']);
      expect(late.headers.get('content-type')).toContain('application/problem+json');
      expect(late.body.detail).toContain('read it again');
      const again = await admin('PATCH', path, { name: 'Mine' }, tagOf(second));
      expect([again.status, again.body.name]).toEqual([200, 'Mine']);
    },
    60_000,
  );

  it('a publish of a draft that changed meanwhile', async () => {
    const read = await admin('GET', paths.series!);
    const changed = await admin('PATCH', paths.series!, { name: 'Higher' }, tagOf(read));
    const late = await admin('POST', `${paths.series}/publish`, {}, tagOf(read));
    expect([late.status, late.body.code]).toEqual([412, 'stale']);
    const now = await admin('POST', `${paths.series}/publish`, {}, tagOf(changed));
    expect([now.status, now.body.name]).toEqual([200, 'Higher']);
  }, 60_000);
});
