import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';

type BrandEvent = EventOf<typeof brandChanged>;
type AmbassadorEvent = EventOf<typeof ambassadorChanged>;

/** Keeps the newest copy of each brand. */
export async function copyBrands(sql: Sql, events: readonly BrandEvent[]): Promise<void> {
  const rows = newest(events, event => event.data.brandId);
  const set = unnest(rows, {
    brand_id: ['uuid', event => event.data.brandId],
    name: ['text', event => event.data.name],
    slug: ['text', event => event.data.slug],
    timezone: ['text', event => event.data.timezone],
    currency: ['text', event => event.data.currency],
    currency_exponent: ['int', event => event.data.currencyExponent],
    version: ['bigint', event => event.aggregateversion ?? 0],
  });
  await sql.query(
    `INSERT INTO brands (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id
     ON CONFLICT (brand_id) DO UPDATE SET
       name = excluded.name, slug = excluded.slug, timezone = excluded.timezone, currency = excluded.currency,
       currency_exponent = excluded.currency_exponent, version = excluded.version
     WHERE brands.version < excluded.version`,
    set.params,
  );
}

/** Keeps the newest copy of each ambassador. */
export async function copyAmbassadors(sql: Sql, events: readonly AmbassadorEvent[]): Promise<void> {
  const rows = newest(events, event => event.data.ambassadorId);
  const set = unnest(rows, {
    ambassador_id: ['uuid', event => event.data.ambassadorId],
    brand_id: ['uuid', event => event.brandid],
    name: ['text', event => event.data.name],
    email: ['text', event => event.data.email],
    address: ['jsonb', event => event.data.address],
    address_changed_at: ['timestamptz', event => event.time],
    version: ['bigint', event => event.aggregateversion ?? 0],
  });
  await sql.query(
    `INSERT INTO ambassadors (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id
     ON CONFLICT (ambassador_id) DO UPDATE SET
       name = excluded.name, email = excluded.email, version = excluded.version, address = excluded.address,
       address_changed_at = CASE WHEN ambassadors.address IS DISTINCT FROM excluded.address
         THEN excluded.address_changed_at ELSE ambassadors.address_changed_at END
     WHERE ambassadors.version < excluded.version`,
    set.params,
  );
}

/** One event a thing, the last of them: an upsert cannot touch a row twice. */
function newest<Event>(events: readonly Event[], keyOf: (event: Event) => string): Event[] {
  return [...new Map(events.map(event => [keyOf(event), event])).values()];
}
