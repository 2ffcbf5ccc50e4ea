import { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import type { CatalogChange } from '@cairn/service-kit/catalog/publish';
import type { ApiKey } from '../../out/postgres/api-keys.js';

/** A key as the other services hear of it. */
export function keyChange(key: ApiKey): CatalogChange {
  return {
    definition: apiKeyChanged,
    key: `${key.brandId}:key:${key.id}`,
    data: {
      brandId: key.brandId,
      keyId: key.id,
      hash: key.hash,
      scopes: key.scopes,
      revoked: key.revokedAt !== null,
    },
  };
}
