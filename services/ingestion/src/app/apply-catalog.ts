import { refKeysOf } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import type { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { lastOfEach } from '@cairn/service-kit/events/last-of-each';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';

type AmbassadorEvent = EventOf<typeof ambassadorChanged>;

export async function applyBrands(sql: Sql, events: readonly EventOf<typeof brandChanged>[]): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(
    lastOfEach(events, event => event.brandid),
    {
      brand_id: ['uuid', event => event.brandid],
      max_event_age_days: ['int', event => event.data.maxEventAgeDays],
      slug: ['text', event => event.data.slug],
      landing_url: ['text', event => event.data.landingUrl],
      attribution_window_days: ['int', event => event.data.attribution.windowDays],
      attribution_model: ['text', event => event.data.attribution.model],
      attribution_recurring_days: ['int', event => event.data.attribution.recurringDays],
      version: ['bigint', event => event.aggregateversion],
    },
  );
  await sql.query(
    `INSERT INTO brands AS known (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id
     ON CONFLICT (brand_id) DO UPDATE SET max_event_age_days = excluded.max_event_age_days,
       landing_url = excluded.landing_url, attribution_window_days = excluded.attribution_window_days,
       attribution_model = excluded.attribution_model,
       attribution_recurring_days = excluded.attribution_recurring_days,
       version = excluded.version
     WHERE known.version < excluded.version`,
    set.params,
  );
}

export async function applyApiKeys(
  sql: Sql,
  events: readonly EventOf<typeof apiKeyChanged>[],
): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(
    lastOfEach(events, event => event.data.keyId),
    {
      hash: ['text', event => event.data.hash],
      key_id: ['uuid', event => event.data.keyId],
      brand_id: ['uuid', event => event.brandid],
      // A Postgres array as text: unnest would flatten arrays of arrays.
      scopes: ['text', event => `{${event.data.scopes.map(scope => `"${scope}"`).join(',')}}`],
      revoked: ['boolean', event => event.data.revoked],
      version: ['bigint', event => event.aggregateversion],
    },
  );
  await sql.query(
    `INSERT INTO api_keys AS known (${set.names})
     SELECT hash, key_id, brand_id, scopes::text[], revoked, version FROM ${set.from} ORDER BY hash
     ON CONFLICT (hash) DO UPDATE SET scopes = excluded.scopes, revoked = excluded.revoked, version = excluded.version
     WHERE known.version < excluded.version`,
    set.params,
  );
}

const dropOldRefs = `
  DELETE FROM ambassador_refs
  WHERE ambassador_id = ANY($1::uuid[])
    AND (brand_id, ref) NOT IN (SELECT * FROM unnest($2::uuid[], $3::text[]))`;

/** Keeps the ways to name ambassadors (domain.md 1.3); only a hint for routing, so no versions are kept. */
export async function applyAmbassadors(sql: Sql, events: readonly AmbassadorEvent[]): Promise<void> {
  if (events.length === 0) return;
  const latest = lastOfEach(events, event => event.data.ambassadorId);
  const refs = latest.flatMap(event =>
    refKeysOf(event.data).map(ref => ({
      brandId: event.brandid,
      ref,
      ambassadorId: event.data.ambassadorId,
    })),
  );
  const set = unnest(refs, {
    brand_id: ['uuid', row => row.brandId],
    ref: ['text', row => row.ref],
    ambassador_id: ['uuid', row => row.ambassadorId],
  });
  await sql.query(dropOldRefs, [latest.map(event => event.data.ambassadorId), set.params[0], set.params[1]]);
  await sql.query(
    `INSERT INTO ambassador_refs (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, ref
     ON CONFLICT (brand_id, ref) DO UPDATE SET ambassador_id = excluded.ambassador_id`,
    set.params,
  );
}
