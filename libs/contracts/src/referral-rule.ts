import { z } from 'zod';
import { rate } from './scalars.js';

/** How a sale becomes points (domain.md 2.6). The other modes join this union beside the first. */
export const referralRule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fixed'), rate }),
]);

export type ReferralRule = z.infer<typeof referralRule>;
