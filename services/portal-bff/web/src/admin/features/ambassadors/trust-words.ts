import type { TrustLevel } from '@cairn/contracts/earning';

/** How far an ambassador is trusted (domain.md 1.5). */
export const trustWords: Record<TrustLevel, string> = {
  new: 'New',
  standard: 'Standard',
  trusted: 'Trusted',
};
