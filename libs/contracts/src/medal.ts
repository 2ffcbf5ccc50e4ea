import { z } from 'zod';
import { hexColour } from './scalars.js';

export const medalPreset = z.enum([
  'bronze',
  'silver',
  'gold',
  'platinum',
  'diamond',
  'ruby',
  'emerald',
  'sapphire',
]);

/** A preset colour, or a gradient of two or three hex colours at an angle in degrees (domain.md 3.3). */
export const medal = z.union([
  z.strictObject({ preset: medalPreset }),
  z.strictObject({
    gradient: z.strictObject({ colors: z.array(hexColour).min(2).max(3), angle: z.number().min(0).max(360) }),
  }),
]);

export type Medal = z.infer<typeof medal>;
export type MedalPreset = z.infer<typeof medalPreset>;
