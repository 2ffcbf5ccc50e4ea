import type { SeriesItem } from '@cairn/contracts/http/series';
import { Tooltip } from '@mantine/core';
import { Pebble } from '../../../../shared/features/cairn/components/pebble.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import classes from './tier-stones.module.css';

const SHOWN = 8;

/** A series' tiers as a row of tiny stones; their names and thresholds on hover and to screen readers. */
export function TierStones({ tiers, locale }: { tiers: SeriesItem['tiers']; locale: string }) {
  if (tiers.length === 0) return <span className={classes.none}>No tiers yet</span>;
  const words = tiers.map(({ name, threshold }) => `${name} ${spokenPoints(threshold, locale)}`).join(', ');
  return (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes.row} role="img" aria-label={words}>
        {tiers.slice(0, SHOWN).map((tier, index) => (
          <Pebble key={tier.id} medal={tier.medal} index={index} width={24} />
        ))}
        {tiers.length > SHOWN && <span className={classes.more}>+{tiers.length - SHOWN}</span>}
      </span>
    </Tooltip>
  );
}
