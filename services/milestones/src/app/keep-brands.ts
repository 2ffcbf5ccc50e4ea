import type { EventOf } from '@cairn/contracts/envelope';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type BrandCopy, keepBrands } from '../out/postgres/brands.js';

/** Keeps this service's copy of the brands; API keys, which travel on the same topic, are none of its business. */
export async function keepBrandCopies(
  sql: Sql,
  events: readonly EventOf<typeof brandChanged | typeof apiKeyChanged>[],
): Promise<void> {
  const last = new Map<string, BrandCopy>();
  for (const event of events) {
    if (event.type !== brandChanged.type) continue;
    const { brandId, name, timezone, currency } = event.data;
    last.set(brandId, { brandId, name, timezone, currency, version: event.aggregateversion ?? 0 });
  }
  await keepBrands(sql, [...last.values()]);
}
