import { randomUUID } from 'node:crypto';
import { until } from '@cairn/service-kit/testing/until';
import { describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import type { paths as IngestionPaths } from '../client/ingestion.gen.js';
import type { components, paths as PortalPaths } from '../client/portal-bff.gen.js';
import { cairn } from '../support/cairn.js';

/*
 * A brand is set up and run by a client made from the published OpenAPI alone: that this compiles says that the
 * documents are complete, that it passes that they are true.
 */

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** The answer's data. @throws Error with the problem. */
function got<Data>(answer: { data?: Data; error?: unknown; response: Response }): Data {
  if (answer.data !== undefined) return answer.data;
  throw new Error(`${answer.response.status} ${answer.response.url}: ${JSON.stringify(answer.error)}`);
}

describe('a client made from the OpenAPI documents', () => {
  it('sets a brand up, earns by all three paths, and handles every type of reward', async () => {
    const { portal, ingestion, platformToken } = cairn();
    const platform = createClient<PortalPaths>({ baseUrl: portal, ...bearer(platformToken) });
    const brand = got(
      await platform.POST('/api/v1/brands', {
        body: { name: 'Made', slug: `made-${randomUUID().slice(0, 8)}`, timezone: 'UTC', currency: 'USD' },
      }),
    );
    const api = createClient<PortalPaths>({ baseUrl: portal, ...bearer(brand.apiKey) });
    const events = createClient<IngestionPaths>({ baseUrl: ingestion, ...bearer(brand.apiKey) });

    const idempotent = { params: { header: { 'Idempotency-Key': randomUUID() } } };
    const named = { name: 'Friends', category: 'x' };
    const program = got(await api.POST('/api/v1/programs', { ...idempotent, body: named }));
    expect(got(await api.POST('/api/v1/programs', { ...idempotent, body: named })).id).toBe(program.id);
    const id = (value: string) => ({ params: { path: { id: value } } });
    got(
      await api.PUT('/api/v1/programs/{id}/referral-rule', {
        ...id(program.id),
        body: { mode: 'flat', points: 30 },
      }),
    );
    const action = got(
      await api.POST('/api/v1/actions', {
        body: { programId: program.id, category: 'upload_content', name: 'A photo', points: 30 },
      }),
    );
    const campaign = got(
      await api.POST('/api/v1/campaigns', {
        body: {
          programIds: [program.id],
          name: 'Spring',
          joinPoints: 40,
          startsAt: '2026-01-01T00:00:00Z',
          endsAt: '2036-01-01T00:00:00Z',
        },
      }),
    );
    const pool = got(await api.POST('/api/v1/code-pools', { body: { name: 'Spa' } }));
    got(await api.POST('/api/v1/code-pools/{id}/codes', { ...id(pool.id), body: { codes: ['SPA'] } }));
    const shop = await until(
      'the shop is connected',
      async () => got(await api.GET('/api/v1/shops', {})).items[0],
    );
    const variants = got(
      await api.GET('/api/v1/shops/{id}/variants', {
        params: { path: { id: shop.id }, query: { query: 'mug' } },
      }),
    );
    const rewards: components['schemas']['RewardInput'][] = [
      { type: 'discount_code', source: 'pool', poolId: pool.id, percent: 10 },
      { type: 'manual_product', name: 'Box' },
      { type: 'custom', title: 'A call' },
      { type: 'shopify_product', variantId: variants.items[0]!.id },
    ];
    const series = got(
      await api.POST('/api/v1/series', {
        body: {
          name: 'Climb',
          category: 'x',
          programIds: [program.id],
          completion: { kind: 'repeat', maxCycles: 2, carryOver: true },
          tiers: [{ name: 'Opal', threshold: 100, medal: { preset: 'emerald' }, rewards }],
        },
      }),
    );
    const preview = got(
      await api.POST('/api/v1/series/{id}/preview', { ...id(series.id), body: { points: 60 } }),
    );
    expect(preview.nextTier?.missing).toBe(40);
    const draft = await api.GET('/api/v1/series/{id}', id(series.id));
    const published = got(
      await api.POST('/api/v1/series/{id}/publish', {
        params: { path: { id: series.id }, header: { 'If-Match': draft.response.headers.get('etag')! } },
        body: {},
      }),
    );
    expect(published.warnings).toEqual([]);

    const ada = got(
      await api.POST('/api/v1/ambassadors', {
        body: { name: 'Ada', email: `ada@${brand.slug}.example`, programId: program.id },
      }),
    );
    const ambassador = { id: ada.id };
    const occurredAt = new Date().toISOString();
    const sent = [
      {
        id: 'e1',
        type: 'action.completed' as const,
        occurredAt,
        ambassador,
        data: { actionId: action.id, proofUrl: 'https://example.com/p/1' },
      },
      {
        id: 'e2',
        type: 'campaign.joined' as const,
        occurredAt,
        ambassador,
        data: { campaignId: campaign.id },
      },
      {
        id: 'e3',
        type: 'referral.sale' as const,
        occurredAt,
        ambassador: { code: ada.code },
        data: { orderId: 'o1', currency: 'USD', netAmount: 1_000 },
      },
    ];
    expect(got(await events.POST('/v1/events', { body: sent }))).toEqual({ accepted: 3, rejected: [] });
    const points = await Promise.all(
      sent.map(async event => {
        const receipt = await api.GET('/api/v1/receipts/{eventId}', {
          params: { path: { eventId: event.id } },
        });
        return got(receipt).points;
      }),
    );
    expect(points).toEqual([30, 40, 30]);

    const arrived = await until('all four rewards are there', async () => {
      const { items } = got(await api.GET('/api/v1/ambassadors/{id}/rewards', id(ada.id)));
      return items.length === 4 && items.every(({ status }) => status !== 'pending') && items;
    });
    expect(Object.fromEntries(arrived.map(({ type, status }) => [type, status]))).toEqual({
      discount_code: 'issued',
      manual_product: 'needs_fulfilment',
      custom: 'needs_fulfilment',
      shopify_product: 'claimable',
    });
    const query = { status: 'needs_fulfilment' };
    const queue = got(await api.GET('/api/v1/fulfilment', { params: { query } }));
    const [first] = queue.items;
    const fulfilled = got(
      await api.POST('/api/v1/fulfilment/{id}/fulfil', { ...id(first!.id), body: { note: 'Sent' } }),
    );
    expect(fulfilled).toMatchObject({ status: 'fulfilled', note: 'Sent' });
    got(await api.POST('/api/v1/fulfilment/{id}/undo', id(first!.id)));
    const csv = got(await api.GET('/api/v1/fulfilment.csv', { params: { query }, parseAs: 'text' }));
    expect(csv.split('\n')[0]).toContain('ambassador');

    for (const turn of ['pause', 'resume', 'end'] as const) {
      got(await api.POST(`/api/v1/series/{id}/${turn}`, id(series.id)));
    }
    const refused = await api.POST('/api/v1/series/{id}/pause', id(series.id));
    expect(refused.error?.code).toBe('series_ended');
    expect(got(await api.GET('/api/v1/dlq', {})).items).toEqual([]);
  });
});
