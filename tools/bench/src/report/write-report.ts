import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@cairn/local/stack/paths';
import { type Report, render } from './markdown.js';

/** Prose by hand; what was measured is put in. */
export function templateFile(name: ReportName): string {
  return join(repoRoot, 'docs', `${name}.template.md`);
}

/** `performance-size` is the report of the group `size`. */
export type ReportName = 'performance' | 'performance-size';

/** Writes `<name>.json` and `<name>.md`. */
export function writeReport(report: Report, dir: string, name: ReportName): void {
  const json = join(dir, `${name}.json`);
  writeFileSync(join(dir, `${name}.md`), render(readFileSync(templateFile(name), 'utf8'), report));
  writeFileSync(json, `${JSON.stringify(report.entries, null, 2)}\n`);
  // As the repository's files are formatted, so that the next lint finds nothing.
  if (!json.startsWith(repoRoot)) return;
  const biome = join(repoRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  execFileSync(process.execPath, [biome, 'format', '--write', json], { cwd: repoRoot, stdio: 'ignore' });
}
