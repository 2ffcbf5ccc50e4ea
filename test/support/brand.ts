import { randomBytes } from 'node:crypto';
import type { Receipt } from '@cairn/contracts/http/ledger';
import type { Progress } from '@cairn/contracts/http/progress';
import { ok } from './api.js';
import { cairn } from './cairn.js';

const tiers = [
  { name: 'Bronze', threshold: 50, medal: { preset: 'bronze' }, percent: 10 },
  { name: 'Silver', threshold: 100, medal: { preset: 'silver' }, percent: 15 },
  {
    name: 'Gold',
    threshold: 1_000,
    medal: { gradient: { colors: ['#f6d365', '#d98f2b'], angle: 120 } },
    percent: 20,
  },
].map(({ percent, ...tier }) => ({
  ...tier,
  description: `${tier.name} friends`,
  rewards: [{ type: 'discount_code', source: 'shopify', percent, expiresInDays: 90 }],
}));

export interface TestBrand {
  id: string;
  slug: string;
  apiKey: string;
  programId: string;
  seriesId: string;
}

/** A brand with a program at "0.25" and a live series of three tiers at 50, 100 and 1,000 points. */
export async function makeBrand(name = 'Rosewood'): Promise<TestBrand> {
  const { portal, platformToken } = cairn();
  const slug = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}`;
  const brand = await ok<{ id: string; apiKey: string }>('POST', `${portal}/api/v1/brands`, {
    token: platformToken,
    body: { name, slug, timezone: 'Europe/London', currency: 'USD' },
  });
  const admin = <Body>(method: string, path: string, body: unknown) =>
    ok<Body>(method, `${portal}/api/v1${path}`, { token: brand.apiKey, body });
  const program = await admin<{ id: string }>('POST', '/programs', { name: 'Friends', category: 'referral' });
  await admin('PUT', `/programs/${program.id}/referral-rule`, { mode: 'fixed', rate: '0.25' });
  const series = await admin<{ id: string }>('POST', '/series', {
    name: 'The climb',
    category: 'referral',
    programIds: [program.id],
    completion: { kind: 'stay' },
    tiers,
  });
  await admin('POST', `/series/${series.id}/publish`, {});
  return { id: brand.id, slug, apiKey: brand.apiKey, programId: program.id, seriesId: series.id };
}

/** One call of the admin API with the brand's first key. @throws Error for any status but 200 to 202. */
export const admin = <Body>(brand: Pick<TestBrand, 'apiKey'>, method: string, path: string, body?: unknown) =>
  ok<Body>(method, `${cairn().portal}/api/v1${path}`, { token: brand.apiKey, body });

export async function enrol(
  brand: TestBrand,
  externalId: string,
  name = 'Ada Lovelace',
  more: Record<string, unknown> = {},
) {
  const email = `${externalId}@${brand.slug}.example`;
  const made = await ok<{ id: string; code: string; link: string }>(
    'POST',
    `${cairn().portal}/api/v1/ambassadors`,
    {
      token: brand.apiKey,
      body: { externalId, name, email, programId: brand.programId, ...more },
    },
  );
  return { ...made, externalId, email };
}

/** Sends one sale of so many cents; it happened now. */
export async function sell(
  brand: TestBrand,
  externalId: string,
  netAmount: number,
  orderId = randomBytes(6).toString('hex'),
) {
  const event = {
    id: `sale-${orderId}`,
    type: 'referral.sale',
    occurredAt: new Date().toISOString(),
    ambassador: { externalId },
    data: { orderId, currency: 'USD', netAmount },
  };
  await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body: event });
  return event;
}

export const read = <Body>(brand: TestBrand, path: string) =>
  ok<Body>('GET', `${cairn().portal}/api/v1${path}`, { token: brand.apiKey });

export const progressOf = (brand: TestBrand, ambassadorId: string) =>
  read<Progress>(brand, `/ambassadors/${ambassadorId}/progress`);

/** Sends one event that happened now, and waits for its receipt. */
export async function send(
  brand: TestBrand,
  event: { id: string; type: string; externalId: string; data: object; occurredAt?: string },
): Promise<Receipt> {
  const { id, type, externalId, data, occurredAt = new Date().toISOString() } = event;
  const body = { id, type, occurredAt, ambassador: { externalId }, data };
  await ok('POST', `${cairn().ingestion}/v1/events`, { token: brand.apiKey, body });
  return await read<Receipt>(brand, `/receipts/${encodeURIComponent(id)}`);
}
