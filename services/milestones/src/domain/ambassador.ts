import type { Address } from '@cairn/contracts/address';
import type { CreateAmbassador, UpdateAmbassador } from '@cairn/contracts/http/ambassador';

/** `[from, to)`, RFC 3339 in UTC; `to` null while it lasts (1.2). */
export interface Membership {
  programId: string;
  from: string;
  to: string | null;
}

export interface Ambassador {
  id: string;
  externalId: string | null;
  name: string;
  /** Case-folded (1.3). */
  email: string;
  /** As shown; compared case-folded. */
  code: string;
  timezone: string | null;
  locale: string | null;
  address: Address | null;
  /** Ascending. */
  memberships: Membership[];
}

export function foldEmail(email: string): string {
  return email.toLowerCase();
}

/** Somebody new, a member of their program from `joinedAt`, or from now. */
export function newAmbassador(
  input: CreateAmbassador,
  given: { id: string; code: string; now: string },
): Ambassador {
  return {
    id: given.id,
    externalId: input.externalId ?? null,
    name: input.name,
    email: foldEmail(input.email),
    code: input.code ?? given.code,
    timezone: input.timezone ?? null,
    locale: input.locale ?? null,
    address: input.address ?? null,
    memberships: [
      {
        programId: input.programId,
        from: input.joinedAt === undefined ? given.now : new Date(input.joinedAt).toISOString(),
        to: null,
      },
    ],
  };
}

/** The ambassador with the fields that were given; what was left out stays. */
export function editAmbassador(before: Ambassador, edit: UpdateAmbassador): Ambassador {
  return {
    ...before,
    externalId: edit.externalId ?? before.externalId,
    name: edit.name ?? before.name,
    email: edit.email === undefined ? before.email : foldEmail(edit.email),
    code: edit.code ?? before.code,
    timezone: edit.timezone ?? before.timezone,
    locale: edit.locale ?? before.locale,
    address: edit.address ?? before.address,
  };
}

const editable = ['externalId', 'name', 'email', 'code', 'timezone', 'locale'] as const;

/** Whether an edit changed nothing; memberships are not edited but moved. */
export function isSame(one: Ambassador, other: Ambassador): boolean {
  return editable.every(field => one[field] === other[field]) && isSameAddress(one.address, other.address);
}

/** Whatever the order of the parts, which the database does not keep. */
function isSameAddress(one: Address | null, other: Address | null): boolean {
  const parts = (address: Address | null) => JSON.stringify(Object.entries(address ?? {}).sort());
  return parts(one) === parts(other);
}

/** The membership that lasts; undefined for those who left. */
export function presentMembership(ambassador: Ambassador): Membership | undefined {
  const last = ambassador.memberships.at(-1);
  return last?.to === null ? last : undefined;
}

/** When they first joined. */
export function joinedAt(ambassador: Ambassador): string {
  return ambassador.memberships[0]!.from;
}

/** A membership never begins in the future (1.4). @param now RFC 3339. */
export function isFuture(joined: string | undefined, now: string): boolean {
  return joined !== undefined && new Date(joined) > new Date(now);
}
