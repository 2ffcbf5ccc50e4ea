import { z } from 'zod';
import { requestJson } from '../../http/request-json.js';

const publicBrand = z.object({ name: z.string(), slug: z.string(), accent: z.string().nullable() });

export type PublicBrand = z.infer<typeof publicBrand>;

/** GET /api/portal/v1/brands/{slug}: what anybody may know of a brand. Throws ApiProblem, 404 for no such brand. */
export function getBrand(slug: string): Promise<PublicBrand> {
  return requestJson(`/api/portal/v1/brands/${encodeURIComponent(slug)}`, publicBrand);
}
