import type { HomeState } from '@cairn/contracts/http/home';
import { IconGift } from '@tabler/icons-react';
import { Section } from '../../../../shared/features/layout/components/section.js';
import { Teaching } from '../../../../shared/features/layout/components/teaching.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { GrantCard } from './grant-card.js';
import classes from './rewards.module.css';

/** Everything the ambassador has been given, with its code and where it stands. */
export function Rewards({ home, reader }: { home: HomeState; reader: Reader }) {
  const { rewards, tiers, brand, nextTier } = home;
  return (
    <Section title="Rewards">
      {rewards.length === 0 ? (
        <Teaching icon={<IconGift size={24} stroke={1.6} />} title="Your rewards will be here">
          {nextTier
            ? `The first one comes with ${nextTier.name}; you find it here and in your mail.`
            : 'Each milestone gives you one; you find them here and in your mail.'}
        </Teaching>
      ) : (
        <ul className={classes.list}>
          {rewards.map(reward => {
            const index = tiers.findIndex(tier => tier.id === reward.tier.id);
            return (
              <li key={reward.id}>
                <GrantCard
                  reward={reward}
                  brand={brand.name}
                  name={home.ambassador.name}
                  reader={reader}
                  stone={index === -1 ? null : { medal: tiers[index]!.medal, index }}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
