import { seeded } from './seeded.js';

type Point = readonly [x: number, y: number];

const SAMPLES = 26;

/**
 * The outline of a river stone as an SVG path that fills the box (0, 0, width, height) exactly: a superellipse,
 * flatter below than above, worn by a few slow waves and tilted a little. The same seed gives the same stone.
 */
export function stoneOutline(seed: number, width: number, height: number): string {
  const random = seeded(seed);
  const lean = (random() - 0.5) * 0.5;
  const tilt = (random() - 0.5) * 0.17;
  const waves = [2, 3, 4].map(turns => ({
    turns,
    depth: (0.014 + random() * 0.032) / Math.sqrt(turns / 2),
    phase: random() * Math.PI * 2,
  }));
  const points: Point[] = [];
  for (let index = 0; index < SAMPLES; index += 1) {
    const angle = (index / SAMPLES) * Math.PI * 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const roundness = sin > 0 ? 2.75 : 2.3;
    const worn = waves.reduce((sum, wave) => sum + wave.depth * Math.cos(wave.turns * angle + wave.phase), 1);
    const x = signedPower(cos, 2 / roundness) * worn;
    const y = signedPower(sin, 2 / roundness) * worn;
    const leant = x + lean * Math.max(0, -y) * (1 - Math.abs(x));
    points.push([leant, y + tilt * leant]);
  }
  return smoothClosed(fitted(points, width, height));
}

/** The gentle wave on top of what fills a stone from below; `width` wide, `depth` deep, its crest at y = 0. */
export function waterline(width: number, depth: number): string {
  const step = width / 4;
  return `M0 3 q${step / 2} -5 ${step} 0 t${step} 0 t${step} 0 t${step} 0 V${depth} H0 Z`;
}

const signedPower = (value: number, power: number) => Math.sign(value) * Math.abs(value) ** power;

function fitted(points: readonly Point[], width: number, height: number): Point[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [spanX, spanY] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return points.map(([x, y]) => [((x - left) / spanX) * width, ((y - top) / spanY) * height]);
}

/** A closed Catmull-Rom spline through the points, as cubic Béziers. */
function smoothClosed(points: readonly Point[]): string {
  const at = (index: number) => points[(index + points.length) % points.length] as Point;
  const segments = points.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    return `C${coordinates(
      [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6],
      [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6],
      to,
    )}`;
  });
  return `M${coordinates(at(0))}${segments.join('')}Z`;
}

const coordinates = (...points: Point[]) =>
  points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
