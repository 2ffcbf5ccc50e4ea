import type { WayToEarn } from '@cairn/contracts/http/home';
import { IconCircleCheck, IconFlag } from '@tabler/icons-react';
import { When } from '../../../../shared/features/wording/components/when.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { campaignGives, campaignStanding } from '../earning-words.js';
import classes from './ways-to-earn.module.css';

/** A campaign that runs: what it still gives, where the ambassador stands in it, and when it ends (domain.md 2.5). */
export function CampaignRow({
  way,
  reader,
}: {
  way: Extract<WayToEarn, { kind: 'campaign' }>;
  reader: Reader;
}) {
  const done = way.state === 'completed';
  const Icon = done ? IconCircleCheck : IconFlag;
  return (
    <article className={classes.row} data-done={done}>
      <div className={classes.icon} aria-hidden="true">
        <Icon size={20} stroke={1.8} />
      </div>
      <h3 className={classes.title}>{way.title}</h3>
      <span className={classes.gives}>{campaignGives(way)}</span>
      <p className={classes.note}>
        <span>
          {campaignStanding(way)} · until <When instant={way.endsAt} reader={reader} as="day" />
        </span>
      </p>
    </article>
  );
}
