import type { Address } from '@cairn/contracts/http/ambassador';
import { joinedAt, presentMembership } from '../domain/ambassador.js';
import type { StoredAmbassador } from '../out/postgres/ambassadors.js';
import { type AppContext, linkOf } from './context.js';

/** One line of GET /ambassadors; `programId` null for those who left. */
export interface AmbassadorItem {
  id: string;
  externalId: string | null;
  name: string;
  email: string;
  code: string;
  link: string;
  programId: string | null;
  joinedAt: string;
  timezone: string | null;
  locale: string | null;
}

/** GET /ambassadors/{id}. */
export interface AmbassadorDetail extends AmbassadorItem {
  address: Address | null;
  /** The ETag. */
  revision: number;
}

export function itemOf(app: AppContext, person: StoredAmbassador): AmbassadorItem {
  const { id, externalId, name, email, code, timezone, locale } = person;
  return {
    id,
    externalId,
    name,
    email,
    code,
    link: linkOf(app, code),
    programId: presentMembership(person)?.programId ?? null,
    joinedAt: joinedAt(person),
    timezone,
    locale,
  };
}

export function detailOf(app: AppContext, person: StoredAmbassador): AmbassadorDetail {
  return { ...itemOf(app, person), address: person.address, revision: person.revision };
}
