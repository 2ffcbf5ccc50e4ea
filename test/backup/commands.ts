import { Api, ApiError } from '@cairn/demo/http/api';
import { everyItem } from '@cairn/demo/http/pages';
import type { Cairn } from '@cairn/local/cairn';
import { until } from '@cairn/service-kit/testing/until';
import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });
const made = z.object({ id: z.string() });
const grant = z.object({ id: z.string(), status: z.string(), ambassador: z.object({ name: z.string() }) });

/** What came in by HTTP, as the admin API shows it: names, sorted. */
export interface MadeByHand {
  actions: string[];
  series: string[];
  members: string[];
  keys: string[];
  pools: string[];
  fulfilled: string[];
}

/** A brand for what people and brands' systems do by HTTP, beside the demo's. */
export interface HandMade {
  /**
   * Something of every service's own: an action (points), a draft of a series (milestones), a member and a key
   * (portal-bff), a pool of codes and a fulfilment by hand (rewards).
   * @returns the key.
   */
  makeOneOfEach(name: string, fulfilled: Person): Promise<string>;
  /** @returns the status: 201 where it is in force, 202 where somebody has not taken it yet. */
  makeAction(name: string): Promise<number>;
  seen(): Promise<MadeByHand>;
  /** The status that a service answers to who calls with a key. */
  statusAt(server: 'portal' | 'ingestion', key: string): Promise<number>;
}

const people = ['Ada', 'Bob'] as const;
type Person = (typeof people)[number];

/** Two ambassadors, each with a product that waits for a person. */
export async function makeByHand(cairn: Cairn): Promise<HandMade> {
  const { portal, ingestion } = cairn.urls;
  const brand = (
    await new Api(portal, cairn.platformToken).call({
      method: 'POST',
      path: '/api/v1/brands',
      body: { name: 'By hand', slug: 'by-hand', timezone: 'Europe/London', currency: 'USD' },
      answer: made.extend({ apiKey: z.string() }),
    })
  ).body;
  const api = new Api(portal, brand.apiKey);
  const post = async <Answer>(path: string, body: unknown, answer: z.ZodType<Answer>) =>
    (await api.call({ method: 'POST', path: `/api/v1${path}`, body, answer })).body;
  const list = <Item>(path: string, item: z.ZodType<Item>) => everyItem(api, `/api/v1${path}`, item);
  const program = (await post('/programs', { name: 'Boxes', category: 'x' }, made)).id;
  const rule = { mode: 'flat', points: 10 };
  const path = `/api/v1/programs/${program}/referral-rule`;
  await api.call({ method: 'PUT', path, body: rule, answer: z.unknown() });
  const series = (name: string, programIds: string[]) =>
    post(
      '/series',
      { name, category: 'x', programIds, completion: { kind: 'stay' }, tiers: [boxTier] },
      made,
    );
  const { id: live } = await series('Boxes', [program]);
  await post(`/series/${live}/publish`, {}, z.unknown());
  for (const name of people) {
    const email = `${name.toLowerCase()}@by-hand.example`;
    await post('/ambassadors', { externalId: name, name, email, programId: program }, made);
  }
  await new Api(ingestion, brand.apiKey).call({
    method: 'POST',
    path: '/v1/events',
    body: people.map(saleOf),
    answer: z.object({ accepted: z.literal(people.length) }),
  });
  const grants = await until('the products wait for a person', async () => {
    const found = await list('/fulfilment?status=needs_fulfilment', grant);
    return found.length === people.length && found;
  });
  const makeAction = async (name: string) => {
    const body = { programId: program, category: 'social_post', name, points: 1 };
    return (await api.call({ method: 'POST', path: '/api/v1/actions', body, answer: made })).status;
  };
  const namesOf = async (path: string) => (await list(path, named)).map(({ name }) => name).toSorted();
  return {
    makeAction,
    makeOneOfEach: async (name, fulfilled) => {
      await makeAction(name);
      await series(name, [program]);
      await post('/members', { name, email: `${name}@by-hand.example`, role: 'viewer' }, made);
      const pool = await post('/code-pools', { name }, made);
      await post(`/code-pools/${pool.id}/codes`, { codes: [`${name}-1`] }, z.unknown());
      const waiting = grants.find(({ ambassador }) => ambassador.name === fulfilled);
      await post(`/fulfilment/${waiting?.id}/fulfil`, {}, z.unknown());
      return (
        await post(
          '/keys',
          { name, scopes: ['admin:read', 'events:write'] },
          made.extend({ key: z.string() }),
        )
      ).key;
    },
    seen: async () => ({
      actions: await namesOf('/actions'),
      series: (await namesOf('/series')).filter(name => name !== 'Boxes'),
      members: await namesOf('/members'),
      keys: await namesOf('/keys'),
      pools: await namesOf('/code-pools'),
      fulfilled: (await list('/fulfilment?status=fulfilled', grant))
        .map(each => each.ambassador.name)
        .toSorted(),
    }),
    statusAt: async (server, key) => {
      const [origin, call] =
        server === 'portal'
          ? [portal, { path: '/api/v1/brand' }]
          : [ingestion, { method: 'POST' as const, path: '/v1/events', body: [] }];
      try {
        return (await new Api(origin, key).call({ ...call, answer: z.unknown() })).status;
      } catch (error) {
        if (error instanceof ApiError) return error.status;
        throw error;
      }
    },
  };
}

const boxTier = {
  name: 'Box',
  threshold: 10,
  medal: { preset: 'gold' },
  description: '',
  rewards: [{ type: 'manual_product', name: 'A box' }],
};

function saleOf(externalId: string) {
  return {
    id: `sale-${externalId}`,
    type: 'referral.sale',
    occurredAt: new Date().toISOString(),
    ambassador: { externalId },
    data: { orderId: externalId, currency: 'USD', netAmount: 10_000 },
  };
}
