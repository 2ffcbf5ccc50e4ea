import { apiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import type { CreateBrand } from '@cairn/contracts/http/brand';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { code as currencyRecord } from 'currency-codes';
import { slugOf } from '../../domain/slug.js';
import { type ApiKey, insertApiKey } from '../../out/postgres/api-keys.js';
import { type Brand, insertBrand } from '../../out/postgres/brands.js';
import { hashToken, newToken } from '../auth/token.js';
import { keyChange } from '../keys/key-change.js';
import { createMember } from '../members/create-member.js';
import { brandChange } from './brand-change.js';

/**
 * POST /brands: a brand with a first key that has all scopes, and with its first owner where one is named. A slug that
 * was asked for and is taken is refused; one made from the name gets the end of the id behind it.
 * @param platform who asks; of no brand.
 * @throws DomainError `invalid_input` for a currency that ISO 4217 does not have, `duplicate_slug`.
 */
export async function createBrand(
  sql: Sql,
  platform: Caller,
  { owner, ...asked }: CreateBrand,
  now: Date,
): Promise<CommandAnswer<{ id: string; slug: string; apiKey: string }>> {
  const id = newId();
  const token = newToken('ck');
  const caller: Caller = { brandId: id, actor: platform.actor };
  const brand: Brand = { ...asked, id, slug: '', currencyExponent: exponentOf(asked.currency) };
  brand.slug = await takeSlug(sql, brand, asked.slug, now);
  const key: ApiKey = {
    id: newId(),
    brandId: id,
    name: 'First key',
    hash: hashToken(token),
    scopes: [...apiKeyScope.options],
    createdAt: now.toISOString(),
    revokedAt: null,
  };
  await insertApiKey(sql, key);
  const cause = commandCause(id, now);
  const mark = await publishCatalog(sql, 'portal-bff', 'catalogBrands', cause, now, [
    brandChange(brand),
    keyChange(key),
  ]);
  await recordAudit(sql, 'portal-bff', caller, cause, {
    action: 'brand.create',
    target: { kind: 'brand', id },
    after: brand,
    at: now,
  });
  if (owner !== undefined) await createMember(sql, caller, { ...owner, role: 'owner' }, now);
  return { body: { id, slug: brand.slug, apiKey: token }, mark };
}

/** Decimal places of the minor unit. */
function exponentOf(currency: string): number {
  const record = currencyRecord(currency);
  if (record !== undefined) return record.digits;
  throw new DomainError('invalid_input', 'Mend the fields named in errors and send it again.', [
    { path: 'currency', message: `ISO 4217 has no ${currency}` },
  ]);
}

async function takeSlug(sql: Sql, brand: Brand, wanted: string | undefined, now: Date): Promise<string> {
  const base = wanted ?? slugOf(brand.name);
  const candidates = wanted === undefined ? [base, `${base}-${brand.id.slice(-8)}`] : [base];
  for (const slug of candidates) {
    if (await insertBrand(sql, { ...brand, slug }, now)) return slug;
  }
  throw new DomainError('duplicate_slug', `Another brand is called ${base}: choose another slug.`);
}
