import type { Medal } from '@cairn/contracts/medal';
import { useComputedColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type CSSProperties, useId } from 'react';
import { medalPalette } from '../medal-palette.js';
import { type Pile, type PlacedStone, pileLayout, type StoneState } from '../pile-layout.js';
import classes from './cairn.module.css';
import { Stone } from './stone.js';

export interface CairnStone {
  id: string;
  name: string;
  medal: Medal;
  state: StoneState;
}

interface CairnProps {
  stones: readonly CairnStone[];
  /** How full the next stone is, 0 to 1. */
  fraction?: number;
  /** Names beside the stones; the pile then stands a little to the left. */
  labelled?: boolean;
  /** The id of the stone that is dropping onto the pile just now. */
  dropping?: string;
}

/** The pile of stones. A picture only: what it says stands in words beside it. */
export function Cairn({ stones, fraction = 0, labelled = false, dropping }: CairnProps) {
  const scheme = useComputedColorScheme('light');
  const pile = pileLayout(
    stones.map(stone => stone.state),
    labelled ? 0.425 : 0.5,
  );
  const topSet = pile.stones.findLast(stone => stone.state === 'set');
  return (
    <div className={classes.stage} aria-hidden="true">
      <svg
        viewBox={`0 0 ${pile.width} ${pile.height.toFixed(1)}`}
        className={classes.picture}
        role="presentation"
      >
        <Ground pile={pile} />
        {pile.stones.map(placed => {
          const stone = stones[placed.index] as CairnStone;
          return (
            <g
              key={stone.id}
              className={stone.id === dropping ? classes.dropping : dropping && classes.pressed}
              data-under={placed.index === (topSet?.index ?? 0) - 1 || undefined}
            >
              <Stone
                stone={placed}
                palette={medalPalette(stone.medal, scheme)}
                scheme={scheme}
                fraction={fraction}
                shaded={placed.state === 'set' && placed.index !== topSet?.index}
              />
            </g>
          );
        })}
      </svg>
      {labelled &&
        pile.stones.map(placed => (
          <Label
            key={stones[placed.index]?.id}
            placed={placed}
            pile={pile}
            name={stones[placed.index]?.name ?? ''}
            fraction={fraction}
          />
        ))}
      {labelled && pile.hiddenBelow > 0 && (
        <div className={classes.below}>on {pile.hiddenBelow} more you have set</div>
      )}
    </div>
  );
}

function Label({
  placed,
  pile,
  name,
  fraction,
}: {
  placed: PlacedStone;
  pile: Pile;
  name: string;
  fraction: number;
}) {
  const left = placed.x + placed.width + 9;
  const style: CSSProperties = {
    left: `${(left / pile.width) * 100}%`,
    top: `${((placed.y + placed.height / 2) / pile.height) * 100}%`,
    maxWidth: `${((pile.width - left) / pile.width) * 100}%`,
  };
  return (
    <div className={classes.label} data-state={placed.state} style={style}>
      {placed.state === 'set' && <IconCheck size={15} stroke={2.2} className={classes.check} />}
      <span className={classes.name}>{name}</span>
      {placed.state === 'next' && fraction > 0 && (
        <span className={classes.share}>{Math.floor(fraction * 100)}%</span>
      )}
    </div>
  );
}

/** What is not there yet throws little shadow, or none. */
const WEIGHTS: Record<StoneState, number> = { set: 1, next: 0.3, later: 0 };

/** What the pile stands on: a soft shadow, a line of earth, two pebbles. */
function Ground({ pile }: { pile: Pile }) {
  const id = useId();
  const bottom = pile.stones[0];
  if (!bottom) return null;
  const middle = bottom.x + bottom.width / 2;
  return (
    <g>
      <defs>
        <radialGradient id={id}>
          <stop offset="0" className={classes.shadowCore} />
          <stop offset="1" className={classes.shadowEdge} />
        </radialGradient>
      </defs>
      <g opacity={WEIGHTS[bottom.state]}>
        <ellipse cx={middle} cy={pile.ground} rx={bottom.width * 0.66} ry={12} fill={`url(#${id})`} />
        <ellipse cx={middle} cy={pile.ground - 1} rx={bottom.width * 0.46} ry={6} fill={`url(#${id})`} />
      </g>
      <path
        d={`M${middle - 150} ${pile.ground + 2} q75 -5 150 -2 t150 1`}
        className={classes.earth}
        strokeDasharray="58 9 168 8 40 400"
      />
      <path d={`M${bottom.x - 27} ${pile.ground + 1} q1 -8 9 -8 q9 0 10 8 z`} className={classes.pebble} />
      <path d={`M${bottom.x - 10} ${pile.ground + 2} q1 -5 6 -5 q5 0 6 5 z`} className={classes.pebble} />
    </g>
  );
}
