import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dashboards } from '../dashboards/all.js';
import { dashboardFile } from '../files.js';
import { toGrafana } from '../grafana/to-grafana.js';
import { knownSeries } from './known-series.js';
import { queryMistakes } from './query-mistakes.js';
import { readQuery } from './read-query.js';

const panel = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().min(1),
  description: z.string().optional(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  datasource: z.object({ uid: z.string() }).optional(),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string().min(1) }) }).optional(),
  targets: z.array(z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() })).optional(),
});
const file = z.object({
  uid: z.string(),
  title: z.string(),
  templating: z.object({
    list: z.array(z.object({ name: z.string(), type: z.string(), definition: z.string().optional() })),
  }),
  panels: z.array(panel),
});

const known = knownSeries();
const files = Object.entries(dashboards).map(
  ([name, dashboard]) =>
    [name, dashboard, file.parse(JSON.parse(readFileSync(dashboardFile(name), 'utf8')))] as const,
);

it('every dashboard has a uid of its own', () => {
  const uids = files.map(([, , { uid }]) => uid);
  expect(new Set(uids).size).toBe(4);
});

describe.each(files)('the dashboard %s', (name, dashboard, read) => {
  const panels = read.panels.filter(({ type }) => type !== 'row');

  it('is what `npm run generate` writes', () => {
    expect(readFileSync(dashboardFile(name), 'utf8')).toBe(
      `${JSON.stringify(toGrafana(dashboard), null, 2)}\n`,
    );
  });

  it('takes its data source from a variable', () => {
    expect(read.templating.list.find(each => each.type === 'datasource')?.name).toBe('datasource');
    for (const each of panels) expect(each.datasource?.uid).toMatch(/^\$\{datasource\}$/);
  });

  it('says of every panel what it shows, and in what', () => {
    for (const each of panels) {
      expect(each.description).toMatch(/\.$/);
      expect(each.fieldConfig?.defaults.unit).toBeDefined();
      expect(each.targets?.length).toBeGreaterThan(0);
    }
  });

  it('overlaps nowhere and stays within 24 columns', () => {
    const cells = read.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of read.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(new Set(read.panels.map(({ id }) => id)).size).toBe(read.panels.length);
  });

  it('asks only for what the services serve', () => {
    const queries = panels.flatMap(each => each.targets ?? []).map(({ expr }) => expr);
    const mistakes = queries.flatMap(query => queryMistakes(query, known).map(said => `${said}: ${query}`));
    expect(mistakes).toEqual([]);
  });

  it('names in a legend only labels that its query keeps', () => {
    for (const { expr, legendFormat } of panels.flatMap(each => each.targets ?? [])) {
      const named = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
      // Without an aggregation a series keeps what it has.
      const kept = /\b(sum|max|min)\b/.test(expr) ? readQuery(expr).kept : named;
      expect(kept).toEqual(expect.arrayContaining(named));
    }
  });

  it('asks for its variables’ values as Grafana does', () => {
    for (const { definition } of read.templating.list.filter(({ type }) => type === 'query')) {
      const [, selector, label] = /^label_values\((.+), (\w+)\)$/.exec(definition ?? '') ?? [];
      expect(queryMistakes(selector ?? '', known)).toEqual([]);
      expect(known.get(/^\w+/.exec(selector ?? '')?.[0] ?? '')).toContain(label);
    }
  });
});
