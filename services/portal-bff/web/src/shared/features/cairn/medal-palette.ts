import type { Medal, MedalPreset } from '@cairn/contracts/medal';
import { mend } from '../brand/contrast.js';
import { grounds, type Scheme } from '../theme/grounds.js';

export interface MedalPalette {
  /** From the lit side to the shaded one. */
  stops: readonly string[];
  /** Degrees, as in CSS: 0 upwards, 90 to the right. */
  angle: number;
  /** Of the outline of a stone that is not set yet: at least 3:1 with page and card. */
  line: string;
}

type Shades = readonly [lit: string, body: string, shaded: string];

const presets: Record<MedalPreset, Record<Scheme, Shades>> = {
  bronze: { light: ['#dba67c', '#b5723f', '#7c4825'], dark: ['#cf976a', '#a3683a', '#69401f'] },
  silver: { light: ['#eceff2', '#b6bdc6', '#7f8994'], dark: ['#dde2e7', '#a2abb5', '#67717c'] },
  gold: { light: ['#fae3a0', '#e2ae35', '#a87618'], dark: ['#f4d588', '#d09d2d', '#8f6415'] },
  platinum: { light: ['#f7f5fa', '#d3cfdf', '#978fae'], dark: ['#eeebf4', '#beb8cd', '#7f7797'] },
  diamond: { light: ['#effbff', '#aee0f0', '#5aaac8'], dark: ['#e2f5fb', '#8fcde2', '#3f8ba8'] },
  ruby: { light: ['#f0959b', '#c93347', '#831429'], dark: ['#e9858d', '#bb2c41', '#711225'] },
  emerald: { light: ['#86dab0', '#26a36e', '#0f6645'], dark: ['#74cba1', '#1f9162', '#0c543a'] },
  sapphire: { light: ['#98b7f5', '#3766cf', '#1d3c8b'], dark: ['#8aaaf0', '#335fc4', '#1b367a'] },
};

/** A medal's colours in one scheme (domain.md 3.3). */
export function medalPalette(medal: Medal, scheme: Scheme): MedalPalette {
  const { page, card } = grounds[scheme];
  const outline = (colour: string) =>
    mend(colour, scheme === 'light' ? 'darker' : 'lighter', [page, card], 3);
  if ('preset' in medal) {
    const stops = presets[medal.preset][scheme];
    return { stops, angle: 155, line: outline(stops[1]) };
  }
  const { colors, angle } = medal.gradient;
  return { stops: colors, angle, line: outline(colors[Math.floor(colors.length / 2)] ?? colors[0]!) };
}

/** A CSS angle as the ends of an SVG gradient in the unit box. */
export function gradientEnds(angle: number): { x1: number; y1: number; x2: number; y2: number } {
  const radians = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.sin(radians) / 2, -Math.cos(radians) / 2];
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { x1: round(0.5 - dx), y1: round(0.5 - dy), x2: round(0.5 + dx), y2: round(0.5 + dy) };
}
