import { randomUUID } from 'node:crypto';
import type { Envelope, EventDefinition } from '@cairn/contracts/envelope';
import { referralRefund } from '@cairn/contracts/events/activity/referral-refund';
import { referralSale } from '@cairn/contracts/events/activity/referral-sale';
import { ambassadorChanged } from '@cairn/contracts/events/catalog/ambassador-changed';
import { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { programChanged } from '@cairn/contracts/events/catalog/program-changed';
import { seriesChanged } from '@cairn/contracts/events/catalog/series-changed';
import type { ReferralRule } from '@cairn/contracts/referral-rule';
import { emailHash } from '@cairn/service-kit/email-hash';
import { deriveEvent } from '@cairn/service-kit/events/derive';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { ActivityEvent } from '../app/activity.js';
import { applyAmbassadors, applyBrands, applyPrograms, applySeries } from '../app/apply-catalog.js';
import { judgeActivity } from '../app/judge-activity.js';

/** By which the ambassadors of scenes are known as buyers. */
const hashKey = 'a-hash-key-of-tests';

/** A brand with one program, one series and one ambassador, for tests against a real database. */
export async function scene(
  db: DataSource,
  options: {
    rate?: string | null;
    rule?: ReferralRule;
    holdDays?: number;
    live?: boolean;
    quietAfterDays?: number | null;
    timezone?: string;
    disclosureTags?: string[];
    reviewSamplePercent?: number;
    trustRule?: { approved: number; withinDays: number } | null;
  } = {},
) {
  const ids = { brand: randomUUID(), program: randomUUID(), series: randomUUID(), ambassador: randomUUID() };
  let version = 0;
  const derived = <Type extends string, Schema extends z.ZodType>(
    definition: EventDefinition<Type, Schema>,
    data: z.infer<Schema>,
  ) =>
    deriveEvent(definition, {
      source: 'milestones',
      cause: {
        brandId: ids.brand,
        causationId: randomUUID(),
        correlationId: 'x',
        acceptedAt: '2020-01-01T00:00:00Z',
      },
      ordinal: 0,
      aggregate: 'x',
      version: ++version,
      time: '2020-01-01T00:00:00Z',
      data,
    });

  await inTransaction(db, async sql => {
    await applyBrands(sql, [
      derived(brandChanged, {
        ...brandChanged.example,
        brandId: ids.brand,
        maxEventAgeDays: 400,
        quietAfterDays: options.quietAfterDays ?? null,
        timezone: options.timezone ?? 'UTC',
        disclosureTags: options.disclosureTags ?? ['#ad'],
        reviewSamplePercent: options.reviewSamplePercent ?? 10,
        trustRule: options.trustRule ?? null,
      }),
    ]);
    await applyPrograms(sql, [
      derived(programChanged, {
        ...programChanged.example,
        programId: ids.program,
        holdDays: options.holdDays ?? 0,
      }),
    ]);
    if (options.live !== false) {
      await applySeries(sql, [
        derived(seriesChanged, {
          ...seriesChanged.example,
          seriesId: ids.series,
          programIds: [ids.program],
          live: [{ from: '2026-01-01T00:00:00Z', to: null }],
        }),
      ]);
    }
    if (options.rate !== null) {
      await sql.query('INSERT INTO referral_rules (program_id, brand_id, rule) VALUES ($1, $2, $3)', [
        ids.program,
        ids.brand,
        JSON.stringify(options.rule ?? { mode: 'fixed', rate: options.rate ?? '0.10' }),
      ]);
    }
  });

  /** Makes an ambassador known, as the catalog does. */
  async function arrive(
    externalId: string,
    ambassadorId = randomUUID(),
    joinedAt = '2026-01-01T00:00:00Z',
    programId = ids.program,
    memberships: { programId: string; from: string; to: string | null }[] = [
      { programId, from: joinedAt, to: null },
    ],
  ) {
    const event = derived(ambassadorChanged, {
      ...ambassadorChanged.example,
      ambassadorId,
      externalId,
      email: `${externalId}@example.com`,
      code: externalId,
      memberships,
    });
    await inTransaction(db, sql => applyAmbassadors(sql, [event], hashKey));
    return ambassadorId;
  }
  await arrive('ada', ids.ambassador);

  const activity = (type: string, id: string, data: unknown, at: string, acceptedAt: string) =>
    ({
      specversion: '1.0',
      id: randomUUID(),
      source: 'cairn/ingestion',
      type,
      time: new Date(at).toISOString(),
      brandid: ids.brand,
      acceptedat: new Date(acceptedAt).toISOString(),
      correlationid: id,
      data,
    }) satisfies Envelope as ActivityEvent;

  return {
    ids,
    activity,
    arrive,
    /** Ada with other memberships, ascending, as a move or a promotion leaves them. */
    adaIn: (...memberships: { programId: string; from: string; to: string | null }[]) =>
      arrive('ada', ids.ambassador, undefined, undefined, memberships),
    /** A series of the program as the catalog tells it; told again it is another version. */
    series: (seriesId: string, live: { from: string; to: string | null }[], endsAt: string | null = null) =>
      inTransaction(db, sql =>
        applySeries(sql, [
          derived(seriesChanged, {
            ...seriesChanged.example,
            ...{ seriesId, programIds: [ids.program], live, endsAt },
          }),
        ]),
      ),
    /** Another program of the brand, in the same series or in none. */
    program: async (inSeries: boolean) => {
      const programId = randomUUID();
      await inTransaction(db, async sql => {
        await applyPrograms(sql, [derived(programChanged, { ...programChanged.example, programId })]);
        if (!inSeries) return;
        const programIds = [ids.program, programId];
        const live = [{ from: '2026-01-01T00:00:00Z', to: null }];
        const data = { ...seriesChanged.example, seriesId: ids.series, programIds, live };
        await applySeries(sql, [derived(seriesChanged, data)]);
      });
      return programId;
    },
    sale: (
      id: string,
      orderId: string,
      netAmount: number,
      options: { at?: string; acceptedAt?: string; who?: string; currency?: string; buyer?: string } = {},
    ) => {
      const { at = '2026-11-01T10:00:00Z', who = 'ada', currency = 'USD', buyer } = options;
      const ambassador = { by: 'externalId', value: who };
      const customerEmailHash = buyer === undefined ? undefined : emailHash(buyer, hashKey);
      return activity(
        referralSale.type,
        id,
        { ambassador, orderId, currency, netAmount, customerEmailHash },
        at,
        options.acceptedAt ?? at,
      );
    },
    refund: (id: string, orderId: string, netAmount: number, at = '2026-11-02T10:00:00Z') =>
      activity(referralRefund.type, id, { orderId, netAmount }, at, at),
    /** An edited order was raised again. */
    restore: (id: string, orderId: string, netAmount: number, at = '2026-11-02T11:00:00Z') =>
      activity(referralRefund.type, id, { orderId, netAmount, restores: true }, at, at),
    judge: (events: readonly ActivityEvent[], now = '2026-11-03T00:00:00Z') =>
      inTransaction(db, sql => judgeActivity(sql, events, new Date(now))),
    rows: (ambassadorId = ids.ambassador) =>
      onPool(db).query<{
        kind: string;
        event: string;
        pending: number;
        available: number;
        series: string | null;
      }>(
        `SELECT kind, event_id AS event, pending_delta AS pending, available_delta AS available, series_id AS series
         FROM ledger WHERE ambassador_id = $1 ORDER BY seq`,
        [ambassadorId],
      ),
    receipt: async (eventId: string) =>
      (
        await onPool(db).query<{
          status: string;
          reason: string | null;
          points: number | null;
          review: string | null;
          version: number;
          activity: string;
          subject: unknown;
        }>(
          'SELECT status, reason, review, points, version, activity, subject FROM receipts WHERE brand_id = $1 AND event_id = $2',
          [ids.brand, eventId],
        )
      )[0],
    balance: async (ambassadorId = ids.ambassador) =>
      (
        await onPool(db).query<{ pending: number; available: number; seq: number }>(
          'SELECT pending, available, seq FROM accounts WHERE ambassador_id = $1',
          [ambassadorId],
        )
      )[0],
  };
}
