import { useComputedColorScheme } from '@mantine/core';
import type { CSSProperties } from 'react';
import { Cairn, type CairnStone } from '../../../../shared/features/cairn/components/cairn.js';
import { medalPalette } from '../../../../shared/features/cairn/medal-palette.js';
import { pileLayout } from '../../../../shared/features/cairn/pile-layout.js';
import { seeded } from '../../../../shared/features/cairn/seeded.js';
import type { Unlock } from '../new-unlocks.js';
import classes from './unlock-scene.module.css';

const CHIPS = 26;

/** The pile up to the new stone, which drops and settles with a short burst of chips in its own colours. */
export function UnlockScene({ unlock, playing }: { unlock: Unlock; playing: boolean }) {
  const scheme = useComputedColorScheme('light');
  const { tier, ladder } = unlock;
  const { stops } = medalPalette(tier.medal, scheme);
  const reached = ladder.slice(0, ladder.findIndex(one => one.id === tier.id) + 1);
  const stones = reached.map(({ id, name, medal }): CairnStone => ({ id, name, medal, state: 'set' }));
  const pile = pileLayout(stones.map(stone => stone.state));
  const top = pile.stones[pile.stones.length - 1];
  if (!top) return null;
  const landing = {
    '--x': `${((top.x + top.width / 2) / pile.width) * 100}%`,
    '--y': `${((top.y + top.height * 0.8) / pile.height) * 100}%`,
    '--glow': stops[Math.min(1, stops.length - 1)],
  } as CSSProperties;
  return (
    <div className={classes.scene} style={landing}>
      <div className={classes.glow} />
      {playing && <Burst seed={top.index} reach={top.width} colours={stops} />}
      <Cairn stones={stones} dropping={playing ? tier.id : undefined} />
    </div>
  );
}

function Burst({ seed, reach, colours }: { seed: number; reach: number; colours: readonly string[] }) {
  const random = seeded(seed + 503);
  const chips = Array.from({ length: CHIPS }, (_, place) => {
    const angle = -Math.PI * (-0.06 + 1.12 * ((place + random() * 0.8) / CHIPS));
    const distance = reach * (0.75 + random() * 0.95);
    const size = 3.5 + random() ** 1.6 * 9;
    return {
      '--dx': `${(Math.cos(angle) * distance).toFixed(0)}px`,
      '--dy': `${(Math.sin(angle) * distance * 0.9).toFixed(0)}px`,
      '--turn': `${Math.round(random() * 260 - 130)}deg`,
      width: `${(size * 1.3).toFixed(1)}px`,
      height: `${size.toFixed(1)}px`,
      background: colours[place % colours.length],
      borderRadius:
        place % 2 === 0 ? '52% 48% 44% 56% / 58% 60% 40% 42%' : '45% 55% 60% 40% / 50% 44% 56% 50%',
    } as CSSProperties;
  });
  return (
    <div className={classes.burst} aria-hidden="true">
      {chips.map((style, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the chips of one burst never move in the list
        <span key={place} className={classes.chip} style={style} />
      ))}
    </div>
  );
}
