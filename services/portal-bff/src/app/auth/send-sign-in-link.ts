import { inTransaction, type Sql } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { findBrand } from '../../out/postgres/brands.js';
import { countOtherLinks, insertMagicLink } from '../../out/postgres/magic-links.js';
import { findMemberByEmail } from '../../out/postgres/members.js';
import { findAmbassadorByEmail } from '../../out/postgres/read-model/ambassadors.js';
import type { Subject } from '../../out/postgres/subject.js';
import { after, lifetimes, linksAnHour } from './lifetimes.js';
import type { SignInRequest } from './request-sign-in.js';
import { hashToken, newToken } from './token.js';

/** What notifications' POST /internal/messages/sign-in needs besides the cause. */
export interface SignInMail {
  as: Subject['as'];
  /** Null for an admin. */
  ambassadorId: string | null;
  email: string;
  name: string;
  /** The brand's; a hex colour. */
  accent: string | null;
  url: string;
  expiresAt: string;
}

export type DeliverSignIn = (to: Subject, mail: SignInMail) => Promise<void>;

/** What became of a request; only `sent` mails something. */
export type SignInOutcome = 'sent' | 'unknown' | 'too_often' | 'too_late';

/** Where each UI takes a link's token. */
const pages = { ambassador: '/auth', admin: '/admin/sign-in' } as const;

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
  const { as, brandId, askedFrom, requestedAt } = request;
  const token = newToken('cl');
  const expiresAt = after(now, lifetimes.link);
  const found = await inTransaction(deps.db, async sql => {
    const brand = await findBrand(sql, brandId);
    const person = await personOf(sql, request);
    if (brand === undefined || person === undefined) return 'unknown';
    const link = { as, brandId, id: person.id, hash: hashToken(token), askedFrom, requestedAt, expiresAt };
    const others = await countOtherLinks(sql, link);
    if (others.ofPerson >= linksAnHour.ofPerson || others.fromAddress >= linksAnHour.fromAddress) {
      return 'too_often';
    }
    await insertMagicLink(sql, link);
    return { brand, person };
  });
  if (typeof found === 'string') return found;
  const { brand, person } = found;
  const query = new URLSearchParams({ token, brand: brand.slug });
  await deps.deliver(
    { as, brandId, id: person.id },
    {
      as,
      ambassadorId: as === 'ambassador' ? person.id : null,
      email: person.email,
      name: person.name,
      accent: brand.accent,
      url: `${deps.publicUrl}${pages[as]}?${query}`,
      expiresAt,
    },
  );
  return 'sent';
}

async function personOf(sql: Sql, { as, brandId, email }: SignInRequest) {
  return as === 'admin'
    ? await findMemberByEmail(sql, brandId, email)
    : await findAmbassadorByEmail(sql, brandId, email);
}
