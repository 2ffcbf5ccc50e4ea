import { describe, expect, it } from '@jest/globals';
import { summarise } from './cpu-profile.js';

const frame = (id: number, functionName: string, url = '') => ({
  id,
  callFrame: { functionName, url, lineNumber: 6 },
});

const nodes = [
  frame(1, '(idle)'),
  frame(2, 'judge', 'file:///cairn/services/points/dist/src/app/judge.js'),
  frame(3, 'query', 'file:///cairn/node_modules/pg/lib/client.js'),
  frame(4, '', 'file:///cairn/node_modules/@nestjs/core/router.js'),
  frame(5, 'query', 'file:///cairn/node_modules/pg/lib/client.js'),
  frame(6, '(garbage collector)'),
  frame(7, 'writev', 'node:internal/streams'),
  frame(8, 'chunk', 'file:///cairn/libs/service-kit/dist/kafka/chunk.js'),
];

describe('summarise', () => {
  const summary = summarise(
    { nodes, samples: [1, 2, 3, 5, 4, 6, 7, 8], timeDeltas: [500, 100, 100, 100, 50, 50, 60, 40] },
    10,
  );

  it('leaves idle time out of the shares', () => {
    expect(summary.busy).toBe(0.5);
    expect(summary.byFunction.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('adds up a function that was called from several places', () => {
    expect(summary.byFunction[0]).toEqual({ name: 'pg · query', share: 0.4 });
  });

  it('names packages, Node, V8 and our own folders', () => {
    expect(summary.byPackage.map(({ name }) => name).sort()).toEqual([
      '@nestjs/core',
      'V8',
      'node',
      'pg',
      'points/app',
      'service-kit/kafka',
    ]);
    expect(summary.byFunction.map(({ name }) => name)).toContain('@nestjs/core · (anonymous, line 7)');
  });

  it('keeps the most expensive only', () => {
    expect(summarise({ nodes, samples: [2, 3], timeDeltas: [10, 20] }, 1).byFunction).toEqual([
      { name: 'pg · query', share: 20 / 30 },
    ]);
  });
});
