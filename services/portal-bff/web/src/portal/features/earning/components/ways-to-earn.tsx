import type { HomeState } from '@cairn/contracts/http/home';
import { IconSeedling } from '@tabler/icons-react';
import { Section } from '../../../../shared/features/layout/components/section.js';
import { Teaching } from '../../../../shared/features/layout/components/teaching.js';
import { ReferralCard } from './referral-card.js';

/** What brings points, each with what it gives; without a series nothing does yet (domain.md 2.7). */
export function WaysToEarn({ home }: { home: HomeState }) {
  return (
    <Section title={home.series ? 'Ways to earn now' : 'Ways to earn, soon'}>
      {home.waysToEarn.map(way => (
        <ReferralCard key={`${way.kind}-${way.code}`} way={way} brand={home.brand.name} />
      ))}
      {home.waysToEarn.length === 0 && (
        <Teaching icon={<IconSeedling size={24} stroke={1.6} />} title="Nothing brings points just now">
          When {home.brand.name} opens a way to earn, it shows here with what it gives.
        </Teaching>
      )}
    </Section>
  );
}
