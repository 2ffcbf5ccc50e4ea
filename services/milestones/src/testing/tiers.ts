import { derivedId } from '@cairn/service-kit/events/derive';
import type { SeriesNow } from '../domain/progress.js';
import type { DraftTier } from '../domain/series-draft.js';

export function tierOf(threshold: number): DraftTier {
  return {
    id: derivedId('test tier', threshold),
    name: `DraftTier ${threshold}`,
    threshold,
    medal: { preset: 'bronze' },
    description: '',
    email: null,
    rewards: [{ type: 'discount_code', source: 'shopify', percent: 10 }],
  };
}

export function seriesOf(
  thresholds: readonly number[],
  id = derivedId('test series'),
  completion: SeriesNow['completion'] = { kind: 'stay' },
): SeriesNow {
  return {
    id,
    version: 1,
    name: 'Climb',
    programIds: [derivedId('test program')],
    tiers: thresholds.map(tierOf),
    completion,
    phase: 'running',
    retroactive: [],
  };
}
