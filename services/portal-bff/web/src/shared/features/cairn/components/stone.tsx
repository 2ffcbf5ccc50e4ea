import { useId } from 'react';
import type { Scheme } from '../../theme/grounds.js';
import { gradientEnds, type MedalPalette } from '../medal-palette.js';
import type { PlacedStone } from '../pile-layout.js';
import { seeded } from '../seeded.js';
import { stoneOutline, waterline } from '../stone-outline.js';
import classes from './stone.module.css';

interface StoneProps {
  stone: PlacedStone;
  palette: MedalPalette;
  scheme: Scheme;
  /** How full the next stone is, 0 to 1. */
  fraction?: number;
  /** Whether another set stone rests on this one and throws its shade on it. */
  shaded?: boolean;
}

/** One stone: solid when set, outlined and filled from below while it is next, a faint outline when it is to come. */
export function Stone({ stone, palette, scheme, fraction = 0, shaded = false }: StoneProps) {
  const id = useId();
  const { width, height } = stone;
  const path = stoneOutline(stone.index, width, height);
  const clip = `url(#${id}-clip)`;
  return (
    <g transform={`translate(${stone.x.toFixed(1)} ${stone.y.toFixed(1)})`}>
      <defs>
        <clipPath id={`${id}-clip`}>
          <path d={path} />
        </clipPath>
        <linearGradient id={`${id}-body`} {...gradientEnds(palette.angle)}>
          {palette.stops.map((colour, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gradient may hold one colour twice
            <stop key={index} offset={index / (palette.stops.length - 1)} stopColor={colour} />
          ))}
        </linearGradient>
        <linearGradient id={`${id}-weight`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0.45" stopColor="#120c06" stopOpacity="0" />
          <stop offset="1" stopColor="#120c06" stopOpacity={scheme === 'light' ? 0.26 : 0.38} />
        </linearGradient>
        <radialGradient id={`${id}-glow`} cx="0.34" cy="0.12" r="0.62" gradientTransform="scale(1 0.9)">
          <stop offset="0" stopColor="#fff" stopOpacity={scheme === 'light' ? 0.62 : 0.42} />
          <stop offset="1" stopColor="#fff" stopOpacity="0" />
        </radialGradient>
        <radialGradient id={`${id}-shade`}>
          <stop offset="0" stopColor="#120c06" stopOpacity="0.42" />
          <stop offset="1" stopColor="#120c06" stopOpacity="0" />
        </radialGradient>
      </defs>
      {stone.state === 'set' && (
        <g>
          <path d={path} fill={`url(#${id}-body)`} />
          <g clipPath={clip}>
            <Grain seed={stone.index} width={width} height={height} />
            <path d={path} fill={`url(#${id}-glow)`} />
            <path d={path} fill={`url(#${id}-weight)`} />
            {shaded && (
              <ellipse
                data-shade
                cx={width / 2}
                cy={2}
                rx={width * 0.42}
                ry={height * 0.22}
                fill={`url(#${id}-shade)`}
              />
            )}
          </g>
          <path d={path} className={classes.rim} />
        </g>
      )}
      {stone.state === 'next' && (
        <g>
          <path d={path} className={classes.vessel} />
          <g clipPath={clip}>
            <g
              className={classes.fill}
              style={{ transform: `translateY(${(1 - fraction) * (height + 4)}px)` }}
            >
              <path d={waterline(width, height + 8)} fill={`url(#${id}-body)`} opacity={0.9} />
              <path d={waterline(width, height + 8)} className={classes.surface} />
            </g>
          </g>
          <path d={path} className={classes.outline} stroke={palette.line} />
        </g>
      )}
      {stone.state === 'later' && <path d={path} className={classes.faint} />}
    </g>
  );
}

/** Two strata and a handful of flecks, so that a stone is a stone and not a button. */
function Grain({ seed, width, height }: { seed: number; width: number; height: number }) {
  const random = seeded(seed + 307);
  const bands = Array.from({ length: 1 + Math.floor(random() * 2.6) }, (_, place) => ({
    y: height * (0.24 + place * 0.2 + random() * 0.3),
    bend: height * (random() - 0.42) * 0.75,
    slope: height * (random() - 0.5) * 0.34,
    thickness: 0.8 + random() ** 2 * 4,
  }));
  const flecks = Array.from({ length: Math.round(width / 13) }, () => ({
    x: width * (0.06 + random() * 0.88),
    y: height * (0.12 + random() * 0.76),
    radius: 0.5 + random() * 0.8,
    light: random() > 0.45,
  }));
  return (
    <g>
      {bands.map(band => (
        <path
          key={band.y}
          d={`M-4 ${band.y.toFixed(1)} q${(width / 2 + 4).toFixed(1)} ${band.bend.toFixed(1)} ${(width + 8).toFixed(1)} ${band.slope.toFixed(1)}`}
          className={classes.band}
          strokeWidth={band.thickness}
        />
      ))}
      {flecks.map(fleck => (
        <circle
          key={`${fleck.x}-${fleck.y}`}
          cx={fleck.x}
          cy={fleck.y}
          r={fleck.radius}
          className={fleck.light ? classes.lightFleck : classes.darkFleck}
        />
      ))}
    </g>
  );
}
