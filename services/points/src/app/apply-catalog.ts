import { refKeysOf } from '@cairn/contracts/ambassador-ref';
import type { EventOf } from '@cairn/contracts/envelope';
import type { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import type { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import type { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import type { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { emailHash } from '@cairn/service-kit/email-hash';
import { lastOfEach } from '@cairn/service-kit/events/last-of-each';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { unnest } from '@cairn/service-kit/postgres/unnest';
import { waitedRefs } from '../out/postgres/parked-events.js';

export const judgeParkedWork = 'judge-parked-events';

type BrandEvent = EventOf<typeof brandChanged>;
type ProgramEvent = EventOf<typeof programChanged>;
type SeriesEvent = EventOf<typeof seriesChanged>;
type AmbassadorEvent = EventOf<typeof ambassadorChanged>;

export async function applyBrands(sql: Sql, events: readonly BrandEvent[]): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(
    lastOfEach(events, event => event.brandid),
    {
      brand_id: ['uuid', event => event.brandid],
      currency: ['text', event => event.data.currency],
      exponent: ['int', event => event.data.currencyExponent],
      timezone: ['text', event => event.data.timezone],
      disclosure_tags: ['jsonb', event => event.data.disclosureTags],
      review: [
        'jsonb',
        ({ data }) => ({ samplePercent: data.reviewSamplePercent, trustRule: data.trustRule }),
      ],
      quiet_after_days: ['int', event => event.data.quietAfterDays],
      max_event_age_days: ['int', event => event.data.maxEventAgeDays],
      version: ['bigint', event => event.aggregateversion],
    },
  );
  await sql.query(
    `INSERT INTO brands AS known (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id
     ON CONFLICT (brand_id) DO UPDATE SET currency = excluded.currency, exponent = excluded.exponent,
       timezone = excluded.timezone, disclosure_tags = excluded.disclosure_tags, review = excluded.review,
       quiet_after_days = excluded.quiet_after_days, max_event_age_days = excluded.max_event_age_days,
       version = excluded.version
     WHERE known.version < excluded.version OR (known.version = excluded.version AND known.review IS NULL)`,
    set.params,
  );
}

export async function applyPrograms(sql: Sql, events: readonly ProgramEvent[]): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(
    lastOfEach(events, event => event.data.programId),
    {
      program_id: ['uuid', event => event.data.programId],
      brand_id: ['uuid', event => event.brandid],
      hold_days: ['int', event => event.data.holdDays],
      version: ['bigint', event => event.aggregateversion],
    },
  );
  await sql.query(
    `INSERT INTO programs AS known (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY program_id
     ON CONFLICT (program_id) DO UPDATE SET hold_days = excluded.hold_days, version = excluded.version
     WHERE known.version < excluded.version`,
    set.params,
  );
}

export async function applySeries(sql: Sql, events: readonly SeriesEvent[]): Promise<void> {
  if (events.length === 0) return;
  const set = unnest(
    lastOfEach(events, event => event.data.seriesId),
    {
      series_id: ['uuid', event => event.data.seriesId],
      brand_id: ['uuid', event => event.brandid],
      // A Postgres array as text: unnest would flatten arrays of arrays.
      program_ids: ['text', event => `{${event.data.programIds.join(',')}}`],
      programs: ['jsonb', event => event.data.programs ?? null],
      live: ['jsonb', event => event.data.live],
      ends_at: ['timestamptz', event => event.data.endsAt],
      version: ['bigint', event => event.aggregateversion],
    },
  );
  await sql.query(
    `INSERT INTO series AS known (${set.names})
     SELECT series_id, brand_id, program_ids::uuid[], programs, live, ends_at, version FROM ${set.from} ORDER BY series_id
     ON CONFLICT (series_id) DO UPDATE SET program_ids = excluded.program_ids, programs = excluded.programs, live = excluded.live,
       ends_at = excluded.ends_at, version = excluded.version
     WHERE known.version < excluded.version`,
    set.params,
  );
}

const dropOldRefs = `
  DELETE FROM ambassador_refs
  WHERE ambassador_id = ANY($1::uuid[])
    AND (brand_id, ref) NOT IN (SELECT * FROM unnest($2::uuid[], $3::text[]))`;

/**
 * Takes over ambassadors and the ways to name them, and wakes what was parked for them (domain.md 1.3, 2.19).
 * @param hashKey of the hash by which they are known as buyers (2.11): the address itself is not kept but as a reference.
 */
export async function applyAmbassadors(
  sql: Sql,
  events: readonly AmbassadorEvent[],
  hashKey: string,
): Promise<void> {
  if (events.length === 0) return;
  const latest = lastOfEach(events, event => event.data.ambassadorId);
  const newer = await saveAmbassadors(sql, latest, hashKey);
  const applied = latest.filter(event => newer.has(event.data.ambassadorId));
  if (applied.length === 0) return;
  const refs = applied.flatMap(event =>
    refKeysOf(event.data).map(ref => ({
      brandId: event.brandid,
      ref,
      ambassadorId: event.data.ambassadorId,
    })),
  );
  await sql.query(dropOldRefs, [
    applied.map(event => event.data.ambassadorId),
    refs.map(row => row.brandId),
    refs.map(row => row.ref),
  ]);
  const set = unnest(refs, {
    brand_id: ['uuid', row => row.brandId],
    ref: ['text', row => row.ref],
    ambassador_id: ['uuid', row => row.ambassadorId],
  });
  await sql.query(
    `INSERT INTO ambassador_refs (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY brand_id, ref
     ON CONFLICT (brand_id, ref) DO UPDATE SET ambassador_id = excluded.ambassador_id`,
    set.params,
  );
  const waited = await waitedRefs(sql, refs);
  const dueAt = applied[0]!.time;
  await scheduleWork(
    sql,
    waited.map(({ brandId, ref }) => ({
      kind: judgeParkedWork,
      key: `${brandId}:${ref}`,
      brandId,
      payload: { ref },
      dueAt,
    })),
  );
}

/** @returns those that were newer than what was known: an old duplicate must not take a new name away. */
async function saveAmbassadors(
  sql: Sql,
  events: readonly AmbassadorEvent[],
  hashKey: string,
): Promise<Set<string>> {
  const set = unnest(events, {
    ambassador_id: ['uuid', event => event.data.ambassadorId],
    brand_id: ['uuid', event => event.brandid],
    memberships: ['jsonb', event => event.data.memberships],
    email_hash: ['text', event => emailHash(event.data.email, hashKey)],
    version: ['bigint', event => event.aggregateversion],
  });
  const rows = await sql.query<{ ambassadorId: string }>(
    `INSERT INTO ambassadors AS known (${set.names}) SELECT ${set.names} FROM ${set.from} ORDER BY ambassador_id
     ON CONFLICT (ambassador_id) DO UPDATE SET memberships = excluded.memberships, email_hash = excluded.email_hash,
       version = excluded.version
     WHERE known.version < excluded.version
       OR (known.version = excluded.version AND known.email_hash IS DISTINCT FROM excluded.email_hash)
     RETURNING ambassador_id AS "ambassadorId"`,
    set.params,
  );
  return new Set(rows.map(row => row.ambassadorId));
}
