import { expect, it } from '@jest/globals';
import { cairnMetrics, knownSeries } from './known-series.js';
import { alertRules } from './queries.js';
import { queryMistakes } from './query-mistakes.js';

const rules = alertRules();

it('there is one alert of each name', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});

it.each(rules)('$alert asks only for what the services serve', ({ expr }) => {
  expect(queryMistakes(expr, knownSeries())).toEqual([]);
});

it.each(rules)('$alert leads to its heading in the operations guide', ({ alert, annotations }) => {
  const anchor = alert.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/^-cairn/, 'alert');
  expect(annotations.runbook_url).toBe(`docs/operations.md#${anchor}`);
});

it.each(rules.filter(({ expr }) => expr.includes('histogram_quantile')))(
  '$alert has a limit that the histogram can pass',
  ({ expr }) => {
    const [, metric] = /\b(cairn_\w+)_bucket/.exec(expr) ?? [];
    const limit = Number(/>\s*([\d.]+)\s*$/.exec(expr)?.[1]);
    expect(limit).toBeLessThan(cairnMetrics().get(metric ?? '')?.highestBucket ?? 0);
  },
);
