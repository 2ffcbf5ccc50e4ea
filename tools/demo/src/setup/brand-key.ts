import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const state = z.object({
  brandId: z.string(),
  slug: z.string(),
  apiKey: z.string(),
  /** What is sent to it and what its tiers are, so that another run's are not checked against these. */
  orders: z.string(),
  /** Whether a run has ended with everybody equal: from then on nothing may change. */
  completed: z.boolean(),
});

/** A brand that was made here, and its key. */
export type BrandKey = z.infer<typeof state>;

export function brandKeyPath(dataDir: string, slug: string): string {
  return join(dataDir, `demo-${slug}.json`);
}

/** Null where there is none yet. Throws where the file is not one of ours. */
export function readBrandKey(dataDir: string, slug: string): BrandKey | null {
  const path = brandKeyPath(dataDir, slug);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const parsed = state.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${path} is not a brand's key file; delete it to begin again`);
  return parsed.data;
}

/** Written whole or not at all, readable by its owner alone: it holds a key that may do everything in the brand. */
export function writeBrandKey(dataDir: string, key: BrandKey): void {
  mkdirSync(dataDir, { recursive: true });
  const path = brandKeyPath(dataDir, key.slug);
  writeFileSync(`${path}.new`, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
