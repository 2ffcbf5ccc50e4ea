import type { MemberRole } from '@cairn/contracts/http/member';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import {
  leastRoleFor,
  type Right,
  rightsOfRole,
  rightsOfScopes,
  scopeFor,
} from '../../domain/auth/rights.js';
import { findApiKey } from '../../out/postgres/api-keys.js';
import { findSignedInMember } from '../../out/postgres/members.js';
import { hashToken } from './token.js';

/** Who calls the admin API: a brand's key, or a member of it who is signed in. */
export interface Admin {
  kind: 'api_key' | 'admin';
  /** The key's, or the member's. */
  id: string;
  brandId: string;
  name: string;
  email: string | null;
  role: MemberRole | null;
  rights: readonly Right[];
  /** SHA-256 of the token of the session that they are signed in with, hex; null for a key. */
  sessionHash: string | null;
}

/** The admin behind a token; undefined for one that is unknown, revoked or over. */
export async function findAdmin(sql: Sql, token: string, now: Date): Promise<Admin | undefined> {
  const hash = hashToken(token);
  if (token.startsWith('cs_')) {
    const member = await findSignedInMember(sql, hash, now);
    return member && { ...member, kind: 'admin', rights: rightsOfRole(member.role), sessionHash: hash };
  }
  const key = await findApiKey(sql, hash);
  if (key === undefined) return undefined;
  const { id, brandId, name, scopes } = key;
  const rights = rightsOfScopes(scopes);
  return { kind: 'api_key', id, brandId, name, email: null, role: null, rights, sessionHash: null };
}

/** @throws DomainError `forbidden`, saying what would be enough (domain.md 6.1; api.md, Keys). */
export function requireRight({ role, rights }: Admin, right: Right): void {
  if (rights.includes(right)) return;
  if (role === null) {
    throw new DomainError('forbidden', `This key lacks the scope ${scopeFor(right)}: use one that has it.`);
  }
  throw new DomainError(
    'forbidden',
    `This takes the role ${leastRoleFor(right)}, and yours is ${role}: ask an owner of the brand to change it.`,
  );
}
