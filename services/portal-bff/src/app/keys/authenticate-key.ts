import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { allows } from '../../domain/auth/scopes.js';
import { type ApiKey, findApiKey } from '../../out/postgres/api-keys.js';
import { hashToken } from '../auth/token.js';

/**
 * The key behind a bearer token.
 * @throws DomainError `unauthenticated` for a missing, unknown or revoked one, `forbidden` for one without the scope.
 */
export async function authenticateKey(
  sql: Sql,
  token: string | undefined,
  needed: ApiKeyScope,
): Promise<ApiKey> {
  const key = token === undefined ? undefined : await findApiKey(sql, hashToken(token));
  if (key === undefined) {
    throw new DomainError('unauthenticated', 'Send a brand’s API key as `Authorization: Bearer ck_…`.');
  }
  if (!allows(key.scopes, needed)) {
    throw new DomainError('forbidden', `This key lacks the scope ${needed}: use one that has it.`);
  }
  return key;
}
