import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BrandSpec } from '../brands/brand-spec.js';
import type { DemoSurroundings } from '../demo-surroundings.js';
import { Api, ApiError } from '../http/api.js';
import { type BrandKey, brandKeyPath, readBrandKey, writeBrandKey } from './brand-key.js';
import { settled } from './settled.js';

const made = z.object({ id: z.string(), slug: z.string(), apiKey: z.string() });
const brand = z.object({ id: z.string(), slug: z.string() });

type Surroundings = Pick<DemoSurroundings, 'environment' | 'patience'>;

export interface OpenBrand {
  api: Api;
  key: BrandKey;
  /** Whether it was made by this call, and so is empty. */
  isNew: boolean;
}

/**
 * The brand of a slug, with its key: the one made by an earlier run, else a new one. `orders` says what will be sent
 * to it. Throws, in words for a person, where the brand was made for other orders, or by somebody else.
 */
export async function openBrand(
  surroundings: Surroundings,
  slug: string,
  spec: BrandSpec,
  orders: string,
): Promise<OpenBrand> {
  const { environment, patience } = surroundings;
  const known = await knownBrand(surroundings, slug);
  if (known) {
    if (known.key.orders !== orders) {
      throw new Error(`The brand ${slug} was made with other orders or tiers; give another one with --brand`);
    }
    return known;
  }
  if (environment.platformToken === null) {
    throw new Error('CAIRN_PLATFORM_TOKEN is not set: npm start prints the token that may make a brand');
  }
  const platform = new Api(environment.cairnUrl, environment.platformToken, patience);
  const answer = await platform.call({
    method: 'POST',
    path: '/api/v1/brands',
    body: {
      name: spec.name,
      slug,
      timezone: spec.timezone,
      currency: spec.currency,
      maxEventAgeDays: spec.maxEventAgeDays,
      quietAfterDays: spec.quietAfterDays,
      accent: spec.accent,
      disclosureTags: spec.disclosureTags ?? [],
      landingUrl: spec.landingUrl,
    },
    idempotencyKey: randomUUID(),
    answer: made,
  });
  const key = { brandId: answer.body.id, slug, apiKey: answer.body.apiKey, orders, completed: false };
  writeBrandKey(environment.dataDir, key);
  const api = new Api(environment.cairnUrl, key.apiKey, patience);
  await settled(answer.status, () =>
    api.call({ method: 'PATCH', path: '/api/v1/brand', body: { name: spec.name }, answer: z.unknown() }),
  );
  return { api, key, isNew: true };
}

/** The brand that an earlier run made, or null: never made, or its stack was emptied since. */
export async function knownBrand(
  { environment, patience }: Surroundings,
  slug: string,
): Promise<OpenBrand | null> {
  const key = readBrandKey(environment.dataDir, slug);
  if (!key) return null;
  const api = new Api(environment.cairnUrl, key.apiKey, patience);
  try {
    const answer = await api.get('/api/v1/brand', brand);
    if (answer.id === key.brandId) return { api, key, isNew: false };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
  }
  process.stderr.write(
    `${brandKeyPath(environment.dataDir, slug)} is of another stack; making the brand anew\n`,
  );
  return null;
}
