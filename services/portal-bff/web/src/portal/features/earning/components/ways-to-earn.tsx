import type { HomeState } from '@cairn/contracts/http/home';
import { Button } from '@mantine/core';
import { IconSeedling } from '@tabler/icons-react';
import { Section } from '../../../../shared/features/layout/components/section.js';
import { Teaching } from '../../../../shared/features/layout/components/teaching.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { ActionRow } from './action-row.js';
import { CampaignRow } from './campaign-row.js';
import { ReferralCard } from './referral-card.js';
import classes from './ways-to-earn.module.css';

/** What brings points, each with what it gives; without a series nothing does yet (domain.md 2.7). */
export function WaysToEarn({ home, reader }: { home: HomeState; reader: Reader }) {
  const tasks = home.waysToEarn.filter(way => way.kind !== 'referral');
  const links = home.waysToEarn.filter(way => way.kind === 'referral');
  return (
    <Section title={home.series ? 'Ways to earn now' : 'Ways to earn, soon'}>
      {tasks.length > 0 && (
        <ul className={classes.list}>
          {tasks.map(way => (
            <li key={way.id}>
              {way.kind === 'action' ? <ActionRow way={way} /> : <CampaignRow way={way} reader={reader} />}
            </li>
          ))}
        </ul>
      )}
      {tasks.length > 0 && (
        // Not a link of the router: the admin's preview shows this too, and has none.
        <Button component="a" href="/earn" variant="default" size="md" fullWidth className={classes.handIn}>
          Hand in what you did
        </Button>
      )}
      {links.map(way => (
        <ReferralCard key={way.code} way={way} brand={home.brand.name} />
      ))}
      {home.waysToEarn.length === 0 && (
        <Teaching icon={<IconSeedling size={24} stroke={1.6} />} title="Nothing brings points just now">
          When {home.brand.name} opens a way to earn, it shows here with what it gives.
        </Teaching>
      )}
    </Section>
  );
}
