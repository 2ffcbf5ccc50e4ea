import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBrand } from '../../out/postgres/brands.js';
import { testBrand } from '../../testing/brand.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { now } from '../../testing/home-rows.js';
import { findAdmin } from '../auth/admin.js';
import { updateBrand } from '../brands/update-brand.js';
import { createKey } from './create-key.js';
import { revokeKey } from './revoke-key.js';

describe('brands and keys', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
  });

  const asked = {
    name: 'Café Nord',
    timezone: 'Asia/Kuwait',
    currency: 'KWD',
    disclosureTags: ['#ad'],
    maxEventAgeDays: 15_000,
    quietAfterDays: null,
    accent: null,
    landingUrl: null,
    trustRule: null,
  };
  const brand = (change = {}) => testBrand(database.db, { ...asked, ...change }, now);
  const callerOf = (brandId: string) => ({ brandId, actor: { kind: 'api_key' as const, id: 'k', ip: null } });
  const admin = (token: string) => findAdmin(onPool(database.db), token, now);
  const key = async (brandId: string, name: string, scopes: ApiKeyScope[]) =>
    await inTransaction(database.db, sql => createKey(sql, callerOf(brandId), { name, scopes }, now));

  it('makes a brand with the currency’s exponent and a first key of all scopes', async () => {
    const { id, slug, apiKey } = await brand();
    expect(slug).toBe('cafe-nord');
    expect(apiKey).toMatch(/^ck_[\w-]{43}$/);
    expect(await findBrand(onPool(database.db), id)).toMatchObject({
      currencyExponent: 3,
      quietAfterDays: null,
    });
    expect(await admin(apiKey)).toMatchObject({
      brandId: id,
      rights: ['read', 'write', 'fulfil', 'members'],
    });
    const again = await brand();
    expect(again.slug).toBe(`cafe-nord-${again.id.slice(-8)}`);
  });

  it('refuses a slug that is taken and a currency that is none', async () => {
    await brand({ slug: 'taken' });
    await expect(brand({ slug: 'taken' })).rejects.toMatchObject({ code: 'duplicate_slug' });
    await expect(brand({ currency: 'XYZ' })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'currency' }],
    });
  });

  it('publishes each change with the next version of the brand’s stream', async () => {
    const { id } = await brand();
    const made = await key(id, 'CI', ['events:write']);
    expect(made.mark).toEqual({ stream: 'catalogBrands', version: 3 });
    const asked = { accent: '#7a4d2b', name: undefined };
    const changed = await updateBrand(database.db, callerOf(id), asked, null, now);
    expect(changed).toMatchObject({ body: { accent: '#7a4d2b', name: 'Café Nord' }, mark: { version: 4 } });
    const revoked = await revokeKey(database.db, callerOf(id), made.body.id, now);
    expect(revoked.mark).toEqual({ stream: 'catalogBrands', version: 5 });
    const published = await onPool(database.db).query<{ key: string; value: string }>(
      `SELECT key, value FROM outbox WHERE topic = 'cairn.catalog.brands.v1' AND starts_with(key, $1) ORDER BY id`,
      [id],
    );
    expect(published.map(row => row.key.replace(id, 'brand').slice(0, 9))).toEqual([
      'brand',
      'brand:key',
      'brand:key',
      'brand',
      'brand:key',
    ]);
    expect(JSON.parse(published.at(-1)?.value ?? '').data).toMatchObject({ revoked: true });
  });

  it('knows a key by its scopes until it is revoked', async () => {
    const { id } = await brand();
    const { body } = await key(id, 'Reader', ['admin:read']);
    expect(await admin('ck_unknown')).toBeUndefined();
    const reader = await admin(body.key);
    expect(reader).toMatchObject({ id: body.id, name: 'Reader', role: null, rights: ['read'] });
    await revokeKey(database.db, callerOf(id), body.id, now);
    expect(await admin(body.key)).toBeUndefined();
  });

  it('does not know another brand’s key (6.2)', async () => {
    const { id } = await brand();
    const other = await brand();
    const { body } = await key(id, 'CI', ['events:write']);
    await expect(revokeKey(database.db, callerOf(other.id), body.id, now)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(revokeKey(database.db, callerOf(id), newId(), now)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await admin(body.key)).toMatchObject({ id: body.id, rights: [] });
  });
});
