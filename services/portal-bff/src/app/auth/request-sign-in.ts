import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { findBrandByName } from '../../out/postgres/brands.js';

export const signInWork = 'sign-in-link';

/** What the work is told: the address asked for, case-folded, and when. */
export const signInRequest = z.object({ brandId: z.uuid(), email: z.string(), requestedAt: z.string() });

export type SignInRequest = z.infer<typeof signInRequest>;

/**
 * POST /api/auth/magic-link: only writes the request down, so that the answer takes the same time whether the brand
 * knows the address or not; who it is, and whether they asked too often, the work finds out.
 */
export async function requestSignIn(
  sql: Sql,
  asked: { email: string; brand: string },
  now: Date,
): Promise<void> {
  const brand = await findBrandByName(sql, asked.brand);
  if (brand === undefined) return;
  const request: SignInRequest = {
    brandId: brand.id,
    email: asked.email.trim().toLowerCase(),
    requestedAt: now.toISOString(),
  };
  await scheduleWork(sql, [
    { kind: signInWork, key: newId(), brandId: brand.id, payload: request, dueAt: now.toISOString() },
  ]);
}
