import type { HomeState, HomeTier } from '@cairn/contracts/http/home';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { GrantCard } from './grant-card.js';
import classes from './rewards.module.css';

interface UnlockRewardsProps {
  home: HomeState;
  tier: HomeTier;
  cycle: number;
  reader: Reader;
}

/** What one unlock gives: first what the tier promised, then, as they come, the rewards themselves with their codes. */
export function UnlockRewards({ home, tier, cycle, reader }: UnlockRewardsProps) {
  const stone = {
    medal: tier.medal,
    index: Math.max(
      0,
      home.tiers.findIndex(one => one.id === tier.id),
    ),
  };
  const made = grantsOf(home, tier, cycle);
  if (made.length === 0 && tier.rewards.length === 0) return null;
  return (
    <ul className={classes.list}>
      {made.map(reward => (
        <li key={reward.id}>
          <GrantCard
            reward={reward}
            brand={home.brand.name}
            name={home.ambassador.name}
            reader={reader}
            stone={stone}
          />
        </li>
      ))}
      {made.length === 0 &&
        tier.rewards.map(title => (
          <li key={title}>
            <GrantCard
              reward={{
                id: title,
                tier,
                cycle,
                type: 'promised',
                title,
                status: 'pending',
                code: null,
                expiresAt: null,
                orderName: null,
                note: null,
                tracking: null,
              }}
              brand={home.brand.name}
              name={home.ambassador.name}
              reader={reader}
              stone={stone}
            />
          </li>
        ))}
    </ul>
  );
}

/** The grants of one tier and cycle. */
export function grantsOf(home: HomeState, tier: Pick<HomeTier, 'id'>, cycle: number) {
  return home.rewards.filter(reward => reward.tier.id === tier.id && reward.cycle === cycle);
}
