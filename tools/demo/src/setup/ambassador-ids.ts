import { z } from 'zod';
import type { Api } from '../http/api.js';
import { everyItem } from '../http/pages.js';

const ambassador = z.object({
  id: z.string(),
  externalId: z.string().nullish(),
  email: z.string(),
  code: z.string(),
});

export interface EnrolledAmbassador {
  id: string;
  email: string;
  /** Their own referral code. */
  code: string;
}

/** Everybody in the brand, by external id; those without one by their id. */
export async function enrolledAmbassadors(api: Api): Promise<Map<string, EnrolledAmbassador>> {
  const everybody = await everyItem(api, '/api/v1/ambassadors', ambassador);
  return new Map(everybody.map(({ id, externalId, email, code }) => [externalId ?? id, { id, email, code }]));
}
