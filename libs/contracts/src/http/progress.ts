import type { Medal } from '../medal.js';

export interface TierProgress {
  id: string;
  name: string;
  threshold: number;
  medal: Medal;
  unlockedAt: string | null;
  /** Points by which progress has fallen under an unlocked tier again (domain.md 3.6). */
  deficit: number;
}

/** GET /ambassadors/{id}/progress: the current cycle. Points are integers. */
export interface Progress {
  program: { id: string; name: string } | null;
  series: { id: string; name: string } | null;
  cycle: number;
  points: number;
  pending: number;
  currentTier: { id: string; name: string; threshold: number; medal: Medal } | null;
  /** `rewards` in words, such as "20% off". */
  nextTier: { id: string; name: string; threshold: number; missing: number; rewards: string[] } | null;
  tiers: TierProgress[];
  version: number;
}

/** GET /ambassadors/{id}/balance. */
export interface Balance {
  available: number;
  pending: number;
  version: number;
}

/** GET /ambassadors/{id}/unlocks, one item. */
export interface UnlockItem {
  series: { id: string; name: string };
  cycle: number;
  tier: { id: string; name: string };
  unlockedAt: string;
}
