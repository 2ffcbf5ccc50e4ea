import { z } from 'zod';
import { id, instant, timezone } from '../scalars.js';

export const address = z.strictObject({
  name: z.string().min(1).max(200),
  line1: z.string().min(1).max(200),
  line2: z.string().max(200).optional(),
  city: z.string().min(1).max(100),
  region: z.string().max(100).optional(),
  postalCode: z.string().min(1).max(30),
  country: z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, such as US'),
  phone: z.string().max(40).optional(),
});

const fields = {
  externalId: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  timezone,
  locale: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'a BCP 47 tag, such as en-GB'),
  address,
  code: z.string().regex(/^[A-Za-z0-9_-]{2,64}$/, '2 to 64 letters, digits, - or _'),
};

/** POST /ambassadors, and one line of POST /ambassadors/import. */
export const createAmbassador = z.strictObject({
  externalId: fields.externalId.optional(),
  name: fields.name,
  email: fields.email,
  programId: id,
  joinedAt: instant.optional(),
  timezone: fields.timezone.optional(),
  locale: fields.locale.optional(),
  address: fields.address.optional(),
  code: fields.code.optional(),
});

/** PATCH /ambassadors/{id}. */
export const updateAmbassador = z.strictObject(fields).partial();

export type CreateAmbassador = z.infer<typeof createAmbassador>;
export type UpdateAmbassador = z.infer<typeof updateAmbassador>;
export type Address = z.infer<typeof address>;

/** POST /ambassadors/import's answer; `index` is the place among the non-empty lines, from 0. */
export interface ImportReport {
  created: number;
  updated: number;
  rejected: { index: number; code: string; errors: { path: string; message: string }[] }[];
}
