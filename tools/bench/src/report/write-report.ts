import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@cairn/local/stack/paths';
import { type Report, render } from './markdown.js';

/** Prose by hand; what was measured is put in. */
export const templateFile = join(repoRoot, 'docs', 'performance.template.md');

/** Writes performance.json and performance.md. */
export function writeReport(report: Report, dir: string): void {
  const json = join(dir, 'performance.json');
  writeFileSync(join(dir, 'performance.md'), render(readFileSync(templateFile, 'utf8'), report));
  writeFileSync(json, `${JSON.stringify(report.entries, null, 2)}\n`);
  // As the repository's files are formatted, so that the next lint finds nothing.
  if (!json.startsWith(repoRoot)) return;
  const biome = join(repoRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  execFileSync(process.execPath, [biome, 'format', '--write', json], { cwd: repoRoot, stdio: 'ignore' });
}
