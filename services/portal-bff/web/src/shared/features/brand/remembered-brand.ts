import { z } from 'zod';

/** What the sign-in page and the first paint need to know of the brand last seen in this browser. */
const rememberedBrand = z.object({ name: z.string(), slug: z.string(), accent: z.string().nullable() });

export type RememberedBrand = z.infer<typeof rememberedBrand>;

const KEY = 'cairn.brand';

/** Null where nothing is stored, or storage is closed to us. */
export function readRememberedBrand(): RememberedBrand | null {
  try {
    return rememberedBrand.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return null;
  }
}

export function rememberBrand({ name, slug, accent }: RememberedBrand): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ name, slug, accent }));
  } catch {
    // Private browsing: the page works without it.
  }
}
