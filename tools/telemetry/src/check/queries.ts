import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { dashboards } from '../dashboards/all.js';
import { alertsFile } from '../files.js';

const rule = z.strictObject({
  alert: z.string().regex(/^Cairn([A-Z][a-z]+)+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[mh]$/),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning', 'info']) }),
  annotations: z.strictObject({
    summary: z.string().min(1),
    description: z.string().regex(/\.$/),
    runbook_url: z.string(),
  }),
});
const groups = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(rule) })) });

/** @throws ZodError where a rule lacks something that every alert has */
export function alertRules(): z.infer<typeof rule>[] {
  return groups.parse(parse(readFileSync(alertsFile, 'utf8'))).groups.flatMap(group => group.rules);
}

/** Every query of the alerts and of the dashboards' panels. */
export function allQueries(): string[] {
  const panels = Object.values(dashboards).flatMap(({ rows }) => rows.flatMap(row => row.panels));
  return [
    ...alertRules().map(({ expr }) => expr),
    ...panels.flatMap(({ queries }) => queries.map(({ expr }) => expr)),
  ];
}
