import { z } from 'zod';

/** Where a product is sent (api.md, Shapes). Personal data. */
export const address = z.object({
  name: z.string().trim().min(1).max(200),
  line1: z.string().trim().min(1).max(200),
  line2: z.string().trim().max(200).optional(),
  city: z.string().trim().min(1).max(100),
  region: z.string().trim().max(100).optional(),
  postalCode: z.string().trim().min(1).max(30),
  country: z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, such as US'),
  phone: z.string().trim().max(40).optional(),
});

export type Address = z.infer<typeof address>;
