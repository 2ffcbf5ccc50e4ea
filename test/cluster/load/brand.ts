import { randomBytes, randomUUID } from 'node:crypto';
import { Api } from '@cairn/demo/http/api';
import { enrolledAmbassadors } from '@cairn/demo/setup/ambassador-ids';
import { settled } from '@cairn/demo/setup/settled';
import { z } from 'zod';
import type { World } from '../checks/check.js';

/** 20.00 at "0.25". */
export const sale = { netAmount: 2_000, points: 5 } as const;
export const stepBetweenTiers = 25;
const tierCount = 20;

export interface Ambassador {
  readonly id: string;
  readonly externalId: string;
  readonly email: string;
  /** A portal session, as a brand's own front end gets it. */
  readonly session: string;
}

export interface Brand {
  readonly apiKey: string;
  readonly api: Api;
  readonly seriesId: string;
  readonly people: readonly Ambassador[];
}

const made = z.object({ id: z.string() });
const tiers = Array.from({ length: tierCount }, (_, n) => ({
  name: `Stone ${n + 1}`,
  threshold: stepBetweenTiers * (n + 1),
  medal: { preset: 'bronze' },
  description: 'One more stone on the cairn.',
  rewards: [{ type: 'discount_code', source: 'shopify', percent: 10, expiresInDays: 90 }],
}));

/** Tiers that somebody with so many points has reached. */
export const tiersAt = (points: number): number => Math.min(tierCount, Math.floor(points / stepBetweenTiers));

/** A brand of its own, a code of the shop every five sales, with everybody enrolled and all of it in force. */
export async function makeBrand({ release }: World, people: number): Promise<Brand> {
  const slug = `cluster-${randomBytes(4).toString('hex')}`;
  const platform = new Api(release.portal, release.platformToken);
  const brand = await platform.call({
    method: 'POST',
    path: '/api/v1/brands',
    body: { name: 'Cluster', slug, timezone: 'UTC', currency: 'USD' },
    idempotencyKey: randomUUID(),
    answer: z.object({ id: z.string(), apiKey: z.string() }),
  });
  const { apiKey } = brand.body;
  const api = new Api(release.portal, apiKey);
  const create = async (path: string, body: unknown) =>
    (await api.call({ method: 'POST', path, body, idempotencyKey: randomUUID(), answer: made })).body.id;
  const programId = await create('/api/v1/programs', { name: 'Cluster', category: 'Friends', holdDays: 0 });
  const rule = () =>
    api.call({
      method: 'PUT',
      path: `/api/v1/programs/${programId}/referral-rule`,
      body: { mode: 'fixed', rate: '0.25' },
      answer: z.unknown(),
    });
  await settled((await rule()).status, rule);
  for (let n = 0; n < people; n++) {
    const person = { externalId: `p-${n}`, name: `Person ${n}`, email: `p-${n}@${slug}.example` };
    await create('/api/v1/ambassadors', { ...person, programId });
  }
  const seriesId = await create('/api/v1/series', {
    ...{ name: 'Cairn', category: 'Friends', programIds: [programId], completion: { kind: 'stay' }, tiers },
  });
  await api.call({
    method: 'POST',
    path: `/api/v1/series/${seriesId}/publish`,
    body: {},
    answer: z.unknown(),
  });
  // To its own name: changes nothing, and answers 200 when all services know all that came before.
  const rename = () =>
    api.call({
      method: 'PATCH',
      path: `/api/v1/programs/${programId}`,
      body: { name: 'Cluster' },
      answer: z.unknown(),
    });
  await settled(202, rename);
  const enrolled = await enrolledAmbassadors(api);
  const all: Ambassador[] = [];
  for (const [externalId, { id, email }] of enrolled) {
    const { body } = await api.call({
      method: 'POST',
      path: `/api/v1/ambassadors/${id}/session`,
      idempotencyKey: randomUUID(),
      answer: z.object({ token: z.string() }),
    });
    all.push({ id, externalId, email, session: body.token });
  }
  return { apiKey, api, seriesId, people: all };
}
