import type { Medal } from '@cairn/contracts/medal';
import { useComputedColorScheme } from '@mantine/core';
import { medalPalette } from '../medal-palette.js';
import { Stone } from './stone.js';

/** One small set stone, to stand beside a tier's name; `index` is the tier's place, so that it is the same stone. */
export function Pebble({ medal, index, width = 40 }: { medal: Medal; index: number; width?: number }) {
  const scheme = useComputedColorScheme('light');
  const height = width * 0.6;
  return (
    <svg width={width} height={height} viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true">
      <Stone
        stone={{ index, state: 'set', x: 0, y: 0, width, height }}
        palette={medalPalette(medal, scheme)}
        scheme={scheme}
      />
    </svg>
  );
}
