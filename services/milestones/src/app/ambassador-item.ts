import type { AmbassadorDetail, AmbassadorItem } from '@cairn/contracts/http/ambassador';
import { joinedAt, presentMembership } from '../domain/ambassador.js';
import type { StoredAmbassador } from '../out/postgres/ambassadors.js';
import { type AppContext, linkOf } from './context.js';

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
  const { address, memberships, revision } = person;
  return { ...itemOf(app, person), address, memberships, revision };
}
