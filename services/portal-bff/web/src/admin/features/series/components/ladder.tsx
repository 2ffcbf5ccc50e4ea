import type { Medal } from '@cairn/contracts/medal';
import { Pebble } from '../../../../shared/features/cairn/components/pebble.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { ladderScale } from '../ladder-scale.js';
import classes from './ladder.module.css';

interface LadderTier {
  key: string;
  name: string;
  threshold: number;
  medal: Medal;
  /** Beside the name: how many stand there. */
  aside?: string;
}

interface LadderProps {
  /** Ascending as they are in the series, by index. */
  tiers: readonly LadderTier[];
  /** Points to mark on it; null for none. */
  points: number | null;
  locale: string;
}

const HEIGHT = 340;
const GAP = 40;

/** The series to scale: how far apart the tiers really are. */
export function Ladder({ tiers, points, locale }: LadderProps) {
  const rungs = ladderScale(
    tiers.map(tier => tier.threshold),
    HEIGHT,
    GAP,
  );
  const top = Math.max(1, ...tiers.map(tier => tier.threshold));
  const share = points === null ? 0 : Math.min(1, Math.max(0, points / top));
  return (
    <div className={classes.ladder} style={{ height: HEIGHT + 48 }}>
      <div className={classes.rail} style={{ height: HEIGHT }}>
        <div className={classes.climbed} style={{ transform: `scaleY(${share})` }} />
      </div>
      <svg className={classes.leads} width={64} height={HEIGHT + 48} aria-hidden="true">
        {rungs.map(({ at, label }, index) => (
          <path
            key={tiers[index]?.key}
            d={`M8 ${HEIGHT + 24 - at} H20 L44 ${HEIGHT + 24 - label} H58`}
            className={classes.lead}
          />
        ))}
      </svg>
      <ol className={classes.rungs} aria-label="The ladder, to scale">
        {tiers.map(({ key, name, threshold, medal, aside }, index) => (
          <li key={key} className={classes.rung} style={{ bottom: (rungs[index]?.label ?? 0) + 24 }}>
            <Pebble medal={medal} index={index} width={30} />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span>
              <span className={classes.points}>
                {spokenPoints(threshold, locale)}
                {aside && ` · ${aside}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <span className={classes.ground}>0</span>
      {points !== null && (
        <span className={classes.marker} style={{ bottom: share * HEIGHT + 24 }} aria-hidden="true">
          {spokenPoints(points, locale)}
        </span>
      )}
    </div>
  );
}
