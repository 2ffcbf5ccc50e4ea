import type { CreateApiKey } from '@cairn/contracts/http/brand';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type ApiKey, insertApiKey } from '../../out/postgres/api-keys.js';
import { hashToken, newToken } from '../auth/token.js';
import { keyChange } from './key-change.js';

/** POST /keys: the key is in the answer, and kept nowhere in the clear. */
export async function createKey(
  sql: Sql,
  caller: Caller,
  asked: CreateApiKey,
  now: Date,
): Promise<CommandAnswer<{ id: string; key: string }>> {
  const token = newToken('ck');
  const key: ApiKey = {
    id: newId(),
    brandId: caller.brandId,
    name: asked.name,
    hash: hashToken(token),
    scopes: [...new Set(asked.scopes)],
    createdAt: now.toISOString(),
    revokedAt: null,
  };
  await insertApiKey(sql, key);
  const cause = commandCause(caller.brandId, now);
  const mark = await publishCatalog(sql, 'portal-bff', 'catalogBrands', cause, now, [keyChange(key)]);
  await recordAudit(sql, 'portal-bff', caller, cause, {
    action: 'key.create',
    target: { kind: 'key', id: key.id },
    after: { name: key.name, scopes: key.scopes },
    at: now,
  });
  return { body: { id: key.id, key: token }, mark };
}
