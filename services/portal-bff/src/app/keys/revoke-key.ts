import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { type ApiKey, revokeApiKey } from '../../out/postgres/api-keys.js';
import { keyChange } from './key-change.js';

/** DELETE /keys/{id}: again is the same. @throws DomainError `not_found` for no key of this brand. */
export async function revokeKey(
  db: DataSource,
  caller: Caller,
  id: string,
  now: Date,
): Promise<CommandAnswer<ApiKey>> {
  return await inTransaction(db, async sql => {
    const key = await revokeApiKey(sql, caller.brandId, id, now);
    if (key === undefined) throw new DomainError('not_found', 'There is no key with this id: check the id.');
    const cause = commandCause(caller.brandId, now);
    const mark = await publishCatalog(sql, 'portal-bff', 'catalogBrands', cause, now, [keyChange(key)]);
    await recordAudit(sql, 'portal-bff', caller, cause, {
      action: 'key.revoke',
      target: { kind: 'key', id },
      before: { name: key.name, scopes: key.scopes },
      at: now,
    });
    return { body: key, mark };
  });
}
