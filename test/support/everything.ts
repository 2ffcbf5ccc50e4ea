import type { Page } from '@cairn/contracts/http/page';
import type { RewardItem } from '@cairn/contracts/http/reward-item';
import { topics } from '@cairn/contracts/topics';
import { until } from '@cairn/service-kit/testing/until';
import { ok } from './api.js';
import { admin, enrol, makeBrand, read, sell, send, type TestBrand } from './brand.js';
import { cairn } from './cairn.js';
import { photo, sha256, upload } from './files.js';
import { poisoner } from './poison.js';

/** An id of everything that a path may name, all of one brand. */
export interface Everything {
  brand: TestBrand;
  ids: Record<string, string>;
}

/** A brand that has one of each thing. The keys of `ids` are the first segments of the admin API's paths. */
export async function brandWithEverything(): Promise<Everything> {
  const brand = await makeBrand('Everything');
  const id = async (path: string, body: unknown) =>
    (await admin<{ id: string }>(brand, 'POST', path, body)).id;
  const program = await id('/programs', { name: 'Boxes', category: 'x' });
  await admin(brand, 'PUT', `/programs/${program}/referral-rule`, { mode: 'flat', points: 10 });
  const tier = {
    name: 'Box',
    threshold: 10,
    medal: { preset: 'gold' },
    description: '',
    rewards: [{ type: 'manual_product', name: 'A box' }],
  };
  const series = await id('/series', {
    name: 'Boxes',
    category: 'x',
    programIds: [program],
    completion: { kind: 'stay' },
    tiers: [tier],
  });
  await admin(brand, 'POST', `/series/${series}/publish`, {});
  const ada = await enrol(brand, 'ada', 'Ada', { programId: program });
  const sale = await sell(brand, 'ada', 10_000);
  const grant = await until('the grant', async () => {
    const { items } = await read<Page<RewardItem>>(brand, `/ambassadors/${ada.id}/rewards`);
    return items[0]?.id;
  });
  const message = await until('the mail', async () => {
    const { items } = await read<Page<{ id: string }>>(brand, '/messages');
    return items[0]?.id;
  });
  const shop = await until('the shop', async () => {
    const { items } = await read<Page<{ id: string }>>(brand, '/shops');
    return items[0]?.id;
  });
  const reviewed = { programId: program, category: 'social_post', name: 'Post', points: 1, review: 'all' };
  const data = { actionId: await id('/actions', reviewed) };
  await send(brand, { id: 'reviewed', type: 'action.completed', externalId: 'ada', data });
  const submission = (await read<Page<{ id: string }>>(brand, '/submissions')).items[0]!.id;
  const ids = {
    media: await media(brand, ada.id, data.actionId),
    programs: program,
    replays: await replay(brand),
    series,
    ambassadors: ada.id,
    receipts: sale.id,
    fulfilment: grant,
    submissions: submission,
    rewards: grant,
    shops: shop,
    messages: message,
    actions: await id('/actions', {
      programId: program,
      category: 'social_post',
      name: 'Post',
      points: 1,
    }),
    campaigns: await id('/campaigns', {
      programIds: [program],
      name: 'Spring',
      joinPoints: 1,
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2027-01-01T00:00:00Z',
    }),
    'code-pools': await id('/code-pools', { name: 'Pool' }),
    keys: await id('/keys', { name: 'reader', scopes: ['admin:read'] }),
    members: await id('/members', { name: 'Max', email: `max@${brand.slug}.example`, role: 'viewer' }),
    dlq: await deadLetter(brand),
  };
  return { brand, ids };
}

/** The content that somebody has handed in. */
async function media(brand: TestBrand, ambassadorId: string, actionId: string): Promise<string> {
  const { token } = await admin<{ token: string }>(brand, 'POST', `/ambassadors/${ambassadorId}/session`);
  const file = photo();
  const { status } = await upload({ token, fields: { actionId }, file });
  if (status !== 202) throw new Error(`a photo was answered ${status}`);
  return sha256(file);
}

async function deadLetter(brand: TestBrand): Promise<string> {
  const { send: poison, close } = await poisoner();
  await poison(topics.rewards.topic, brand.id, '{"not": "an envelope"}');
  await close();
  return await until('the dead letter', async () => {
    const { items } = await read<Page<{ id: string }>>(brand, '/dlq');
    return items[0]?.id;
  });
}

/** One of so many events that it goes on by itself: a thousand would be answered at once. */
async function replay(brand: TestBrand): Promise<string> {
  const { id: programId } = await admin<{ id: string }>(brand, 'POST', '/programs', {
    name: 'In no series',
    category: 'x',
  });
  await admin(brand, 'PUT', `/programs/${programId}/referral-rule`, { mode: 'flat', points: 1 });
  await enrol(brand, 'idle', 'Ida', { programId });
  const events = Array.from({ length: 1_001 }, (_, n) => ({
    id: `idle-${n}`,
    type: 'referral.sale',
    occurredAt: new Date().toISOString(),
    ambassador: { externalId: 'idle' },
    data: { orderId: `idle-${n}`, currency: 'USD', netAmount: 100 },
  }));
  for (const part of [events.slice(0, 1_000), events.slice(1_000)]) {
    await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body: part });
  }
  const filter = { reason: 'no_live_series', programId };
  return await until('the replay', async () => {
    const { id } = await admin<{ id?: string }>(brand, 'POST', '/receipts/replay', { filter, preview: true });
    return id;
  });
}
