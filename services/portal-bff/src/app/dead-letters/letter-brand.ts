import { id } from '@cairn/contracts/scalars';
import { z } from 'zod';
import { letterText } from './letter-text.js';

const branded = z.object({ brandid: id });

/** Whose message it is: by its envelope, else by its key, which begins with the brand; null where neither tells. */
export function letterBrand(value: Buffer | null, key: string | null): string | null {
  const byEnvelope = branded.safeParse(json(letterText(value)));
  if (byEnvelope.success) return byEnvelope.data.brandid;
  return id.safeParse(key?.split(':')[0]).data ?? null;
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
