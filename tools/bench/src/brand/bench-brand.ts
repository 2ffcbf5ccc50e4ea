import { randomUUID } from 'node:crypto';
import { Api } from '@cairn/demo/http/api';
import { enrolledAmbassadors } from '@cairn/demo/setup/ambassador-ids';
import { settled } from '@cairn/demo/setup/settled';
import { z } from 'zod';
import { pointsASale } from '../load/sale.js';
import type { Bed } from '../stack/bed.js';

export interface BenchBrand {
  readonly brandId: string;
  readonly apiKey: string;
  readonly programId: string;
  readonly seriesId: string;
  readonly ambassadors: readonly { id: string; externalId: string }[];
}

const made = z.object({ id: z.string() });
const linesACall = 1_000;

/** Sales from one tier to the next: about every 25th sale unlocks one, with its mail. */
export const stepBetweenTiers = 25;

/** More than anybody reaches while the bench runs. */
const tiers = Array.from({ length: 20 }, (_, n) => ({
  name: `Stone ${n + 1}`,
  threshold: stepBetweenTiers * pointsASale * (n + 1),
  medal: { preset: 'bronze' },
  description: 'One more stone on the cairn.',
  rewards: [{ type: 'custom', title: `Postcard ${n + 1}`, description: 'By mail.' }],
}));

/** A brand whose sales give a tenth of their amount, with everybody enrolled and the series live, all in force. */
export async function makeBenchBrand({ cairn }: Bed, people: number): Promise<BenchBrand> {
  const platform = new Api(cairn.urls.portal, cairn.platformToken);
  const brand = await platform.call({
    method: 'POST',
    path: '/api/v1/brands',
    body: {
      ...{ name: 'Bench', slug: 'bench', timezone: 'UTC', currency: 'USD' },
      landingUrl: 'https://bench.example/shop',
    },
    idempotencyKey: randomUUID(),
    answer: z.object({ id: z.string(), apiKey: z.string() }),
  });
  const api = new Api(cairn.urls.portal, brand.body.apiKey);
  const create = async (path: string, body: unknown) =>
    (await api.call({ method: 'POST', path, body, idempotencyKey: randomUUID(), answer: made })).body.id;
  const programId = await create('/api/v1/programs', { name: 'Bench', category: 'Customers', holdDays: 0 });
  const rule = () =>
    api.call({
      method: 'PUT',
      path: `/api/v1/programs/${programId}/referral-rule`,
      body: { mode: 'fixed', rate: '0.1' },
      answer: z.unknown(),
    });
  await settled((await rule()).status, rule);
  const startsAt = new Date(Date.now() - 86_400_000).toISOString();
  await enrol(api, people, programId, startsAt);
  const completion = { kind: 'stay' };
  const seriesId = await create('/api/v1/series', {
    ...{ name: 'Cairn', category: 'Loyalty', programIds: [programId], startsAt, completion, tiers },
  });
  const path = `/api/v1/series/${seriesId}/publish`;
  await api.call({ method: 'POST', path, body: {}, answer: z.unknown() });
  // To its own name: changes nothing, and answers 200 when all services know all that came before.
  const rename = () =>
    api.call({
      method: 'PATCH',
      path: `/api/v1/programs/${programId}`,
      body: { name: 'Bench' },
      answer: z.unknown(),
    });
  await settled(202, rename);
  const enrolled = await enrolledAmbassadors(api);
  const ambassadors = [...enrolled].map(([externalId, { id }]) => ({ id, externalId }));
  if (ambassadors.length !== people) throw new Error(`${ambassadors.length} of ${people} are enrolled`);
  return { brandId: brand.body.id, apiKey: brand.body.apiKey, programId, seriesId, ambassadors };
}

/** The referral code of the n-th ambassador. */
export const codeOf = (n: number): string => `bench-${n}`;

async function enrol(api: Api, people: number, programId: string, joinedAt: string): Promise<void> {
  const lines = Array.from({ length: people }, (_, n) => {
    const person = {
      externalId: `p-${n}`,
      name: `Person ${n}`,
      email: `p-${n}@example.com`,
      code: codeOf(n),
    };
    return `${JSON.stringify({ ...person, programId, joinedAt })}\n`;
  });
  for (let start = 0; start < lines.length; start += linesACall) {
    await api.call({
      method: 'POST',
      path: '/api/v1/ambassadors/import',
      contentType: 'application/x-ndjson',
      body: lines.slice(start, start + linesACall).join(''),
      answer: z.object({ rejected: z.array(z.never()) }),
    });
  }
}

/** A portal session of one ambassador, as a brand's own front end gets it. */
export async function portalSession(
  { cairn }: Bed,
  brand: BenchBrand,
  ambassadorId: string,
): Promise<string> {
  const { body } = await new Api(cairn.urls.portal, brand.apiKey).call({
    method: 'POST',
    path: `/api/v1/ambassadors/${ambassadorId}/session`,
    idempotencyKey: randomUUID(),
    answer: z.object({ token: z.string() }),
  });
  return body.token;
}
