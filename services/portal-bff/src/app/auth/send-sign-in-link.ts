import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { findBrand } from '../../out/postgres/brands.js';
import { countOtherRequests, insertMagicLink } from '../../out/postgres/magic-links.js';
import { findAmbassadorByEmail } from '../../out/postgres/read-model/ambassadors.js';
import { after, lifetimes, linksAnHour } from './lifetimes.js';
import type { SignInRequest } from './request-sign-in.js';
import { hashToken, newToken } from './token.js';

/** What notifications' POST /internal/messages/sign-in needs besides the cause. */
export interface SignInMail {
  ambassadorId: string;
  email: string;
  name: string;
  url: string;
  expiresAt: string;
}

export type DeliverSignIn = (brandId: string, mail: SignInMail) => Promise<void>;

/** What became of a request; only `sent` mails something. */
export type SignInOutcome = 'sent' | 'unknown' | 'too_often' | 'too_late';

/**
 * Makes a link for a request and hands it to `deliver`, which may throw: then the request is worked off again, with a
 * new link. Only the token's hash is kept. A request that waited as long as a link lives is dropped.
 */
export async function sendSignInLink(
  deps: { db: DataSource; publicUrl: string; deliver: DeliverSignIn },
  request: SignInRequest,
  now: Date,
): Promise<SignInOutcome> {
  if (now.getTime() - Date.parse(request.requestedAt) > lifetimes.link) return 'too_late';
  const token = newToken('cl');
  const expiresAt = after(now, lifetimes.link);
  const found = await inTransaction(deps.db, async sql => {
    const brand = await findBrand(sql, request.brandId);
    const ambassador = await findAmbassadorByEmail(sql, request.brandId, request.email);
    if (brand === undefined || ambassador === undefined) return 'unknown';
    if ((await countOtherRequests(sql, ambassador.id, request.requestedAt)) >= linksAnHour)
      return 'too_often';
    const link = { hash: hashToken(token), brandId: brand.id, ambassadorId: ambassador.id };
    await insertMagicLink(sql, { ...link, requestedAt: request.requestedAt, expiresAt });
    return { brand, ambassador };
  });
  if (typeof found === 'string') return found;
  const { brand, ambassador } = found;
  const query = new URLSearchParams({ token, brand: brand.slug });
  await deps.deliver(brand.id, {
    ambassadorId: ambassador.id,
    email: ambassador.email,
    name: ambassador.name,
    url: `${deps.publicUrl}/auth?${query}`,
    expiresAt,
  });
  return 'sent';
}
