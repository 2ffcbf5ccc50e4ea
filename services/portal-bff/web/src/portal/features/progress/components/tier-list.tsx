import type { HomeState } from '@cairn/contracts/http/home';
import { VisuallyHidden } from '@mantine/core';
import { type Reader, saidPast } from '../../../../shared/features/wording/dates.js';
import { listed, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { standing } from '../progress-words.js';

/** The pile in words, for those who do not see the picture. */
export function TierList({ home, reader }: { home: HomeState; reader: Reader }) {
  return (
    <VisuallyHidden>
      <h2>Your tiers</h2>
      <ol>
        {home.tiers.map(tier => (
          <li key={tier.id}>
            {tier.name}, {spokenPoints(tier.threshold, reader.locale)} points
            {tier.rewards.length > 0 && `, ${listed(tier.rewards)}`}
            {tier.unlockedAt && `: reached ${saidPast(tier.unlockedAt, reader)}`}
            {standing(tier, home.nextTier) === 'next' && ': next'}
          </li>
        ))}
      </ol>
    </VisuallyHidden>
  );
}
