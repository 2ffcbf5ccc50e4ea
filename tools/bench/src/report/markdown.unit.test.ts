import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { figureNames, figures } from '../figures.js';
import { type Report, render } from './markdown.js';
import { templateFile } from './write-report.js';

const machine = {
  ...{ system: 'Linux', cpus: 2, model: 'a processor', memoryGiB: 8 },
  ...{ node: '24.0.0', postgres: '18.1', kafka: '4.1.0' },
};
const report: Report = {
  entries: [
    {
      ...{ figure: 'ledger.rows', unit: 'rows/s', value: 4000, baseline: 8000, ratio: 0.5, goal: null },
      ...{ higherIsBetter: true, rounds: [{ value: 4000, baseline: 8000 }], machine, date: '2026-01-02' },
    },
  ],
  machine,
  date: '2026-01-02T03:04:05.000Z',
  configuration: {
    ...{ postgres: [{ name: 'fsync', value: 'on' }], broker: [], product: [], baseline: [] },
    indexes: [{ name: 'ledger', value: 'CREATE UNIQUE INDEX …' }],
  },
  profiles: [
    {
      ...{ service: 'points', under: 'working off', perSecond: 4000 },
      profile: { busy: 0.8, byFunction: [{ name: 'pg · query', share: 0.25 }], byPackage: [] },
      statements: [{ text: `SELECT '${'x'.repeat(300)}'`, calls: 10, total: 120, mean: 12, share: 0.5 }],
    },
  ],
  cpu: [{ name: 'kafka', cores: 0.4 }],
  hops: [],
};

describe('render', () => {
  it('puts measured figures into the prose and the tables', () => {
    const text = render(
      'On {{ date }}, {{value of ledger.rows}}, {{ratio of ledger.rows}}.\n{{postgres}}',
      report,
    );
    expect(text).toBe(
      'On 2026-01-02, 4,000 rows/s, 0.5.\n| setting | value |\n| --- | --- |\n| fsync | on |',
    );
  });

  it('shows each service’s profile and statements', () => {
    const text = render('{{profiles}}', report);
    expect(text).toContain('### points');
    expect(text).toContain('| `pg · query` | 25.0 % |');
    expect(text).toMatch(/x…` \| 10 \| 120 ms \| 12.00 ms \| 50.0 % \|/);
  });

  it.each(['performance', 'performance-size'] as const)(
    'finds all that the template of docs/%s.md asks for',
    name => {
      const one = report.entries[0]!;
      const entries = figureNames.map(figure => ({ ...one, figure, unit: figures[figure].unit }));
      const text = render(readFileSync(templateFile(name), 'utf8'), { ...report, entries });
      expect(text).not.toContain('{{');
      expect(text).toContain('# Performance');
    },
  );

  it('refuses a template that asks for what was not measured', () => {
    expect(() => render('{{ratio of the.moon}}', report)).toThrow(/the.moon/);
    expect(() => render('{{everything}}', report)).toThrow(/everything/);
  });
});
