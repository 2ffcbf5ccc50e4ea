import type { TrustLevel } from '@cairn/contracts/earning';

const dayMs = 86_400_000;

/** The brand's rule (domain.md 1.5): so many approved and none rejected in so many days. */
export interface TrustRule {
  approved: number;
  withinDays: number;
}

/** How far somebody is trusted, and who said so. */
export interface Trust {
  trust: TrustLevel;
  setBy: 'admin' | 'rule';
}

/** Who was never decided on. */
export const untold: Trust = { trust: 'new', setBy: 'rule' };

/** A submission on which the brand has decided. `at`: its own time, in milliseconds. */
export interface DecidedSubmission {
  at: number;
  status: 'approved' | 'rejected';
}

/**
 * Trust by the brand's rule, over the days up to the newest submission that is decided: by the submissions' own times,
 * so whatever the order in which they are decided and whenever. So many approved and none rejected make trusted; one
 * rejected ends that. What an admin has set is left.
 */
export function trustByRule(
  current: Trust,
  rule: TrustRule | null,
  decided: readonly DecidedSubmission[],
): Trust {
  if (rule === null || current.setBy === 'admin' || decided.length === 0) return current;
  const newest = Math.max(...decided.map(of => of.at));
  const recent = decided.filter(of => of.at > newest - rule.withinDays * dayMs);
  if (recent.some(of => of.status === 'rejected')) {
    return current.trust === 'trusted' ? { trust: 'standard', setBy: 'rule' } : current;
  }
  return recent.length >= rule.approved ? { trust: 'trusted', setBy: 'rule' } : current;
}
