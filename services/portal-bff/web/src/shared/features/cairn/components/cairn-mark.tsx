import { stoneOutline } from '../stone-outline.js';

const stones = [
  { x: 1.5, y: 20.2, width: 29, height: 10.3, opacity: 1 },
  { x: 6.4, y: 11.2, width: 20.6, height: 9.7, opacity: 0.76 },
  { x: 9.3, y: 2, width: 14.2, height: 9.8, opacity: 0.52 },
];

/** The logo: three stones in the brand's accent. public/cairn.svg has the same three in their medals' colours. */
export function CairnMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="var(--accent)" aria-hidden="true">
      {stones.map((stone, seed) => (
        <path
          key={stone.y}
          transform={`translate(${stone.x} ${stone.y})`}
          d={stoneOutline(seed, stone.width, stone.height)}
          opacity={stone.opacity}
        />
      ))}
    </svg>
  );
}
