import { scheduleWork } from '@cairn/service-kit/due-work/due-work';
import { newId } from '@cairn/service-kit/events/derive';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { z } from 'zod';
import { findBrandByName } from '../../out/postgres/brands.js';
import type { Subject } from '../../out/postgres/subject.js';
import { foldEmail } from './fold-email.js';

export const signInWork = 'sign-in-link';

/** What the work is told: who asks to sign in as what, case-folded, when, and from which address. */
export const signInRequest = z.object({
  as: z.enum(['ambassador', 'admin']).default('ambassador'),
  brandId: z.uuid(),
  email: z.string(),
  requestedAt: z.string(),
  askedFrom: z.string().nullable().default(null),
});

export type SignInRequest = z.infer<typeof signInRequest>;

/**
 * POST /api/auth/magic-link: only writes the request down, so that the answer takes the same time whether the brand
 * knows the address or not; who it is, and whether they asked too often, the work finds out.
 */
export async function requestSignIn(
  sql: Sql,
  asked: { email: string; brand: string; as: Subject['as'] },
  askedFrom: string | null,
  now: Date,
): Promise<void> {
  const brand = await findBrandByName(sql, asked.brand);
  if (brand === undefined) return;
  const request: SignInRequest = {
    as: asked.as,
    brandId: brand.id,
    email: foldEmail(asked.email),
    requestedAt: now.toISOString(),
    askedFrom,
  };
  await scheduleWork(sql, [
    { kind: signInWork, key: newId(), brandId: brand.id, payload: request, dueAt: now.toISOString() },
  ]);
}
