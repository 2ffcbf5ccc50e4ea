import type { Medal, MedalPreset } from '@cairn/contracts/medal';

/** The portal's medal colours, from the lit side to the shaded one. */
const presets: Record<MedalPreset, readonly [string, string, string]> = {
  bronze: ['#dba67c', '#b5723f', '#7c4825'],
  silver: ['#eceff2', '#b6bdc6', '#7f8994'],
  gold: ['#fae3a0', '#e2ae35', '#a87618'],
  platinum: ['#f7f5fa', '#d3cfdf', '#978fae'],
  diamond: ['#effbff', '#aee0f0', '#5aaac8'],
  ruby: ['#f0959b', '#c93347', '#831429'],
  emerald: ['#86dab0', '#26a36e', '#0f6645'],
  sapphire: ['#98b7f5', '#3766cf', '#1d3c8b'],
};

/** A medal as inline CSS: one plain colour for mail programs without gradients, and the gradient for the others. */
export function stoneStyle(medal: Medal): string {
  const colors: readonly string[] = 'preset' in medal ? presets[medal.preset] : medal.gradient.colors;
  const angle = 'preset' in medal ? 155 : medal.gradient.angle;
  const body = colors[Math.floor((colors.length - 1) / 2 + 0.5)] ?? colors[0];
  return `background-color:${body};background-image:linear-gradient(${angle}deg,${colors.join(',')})`;
}
