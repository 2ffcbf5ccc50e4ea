import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { breaksOldReaders } from './compatibility.js';
import { generatedFiles, root, schemaFolder } from './generated-files.js';
import type { JsonSchema } from './json-schemas.js';

/**
 * Fails where a committed generated file is not what the contracts generate, and where a schema breaks a reader of any
 * version that the history holds.
 */
const complaints: string[] = [];
for (const [path, text] of generatedFiles()) {
  const committed = await readFile(join(root, path), 'utf8').catch(() => null);
  if (committed !== text) complaints.push(`${path} is not what the contracts generate: run npm run generate`);
  if (path.startsWith(schemaFolder) && !path.endsWith('asyncapi.gen.json'))
    complaints.push(...historyBreaks(path, text));
}
for (const path of goneSchemas())
  complaints.push(`${path} was an event and is gone: keep it beside its successor`);
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.stdout.write(
  `contracts: ${complaints.length === 0 ? 'as committed, and every old reader can read them' : 'failed'}\n`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;

function historyBreaks(path: string, text: string): string[] {
  const after = JSON.parse(text) as JsonSchema;
  return versionsOf(path).flatMap(({ commit, schema }) =>
    breaksOldReaders(schema, after).map(
      line => `${path}: ${line} (a reader of ${commit.slice(0, 8)} breaks; make a .v2)`,
    ),
  );
}

function versionsOf(path: string): { commit: string; schema: JsonSchema }[] {
  return git(['log', '--format=%H', '--diff-filter=AM', '--', path])
    .split('\n')
    .filter(Boolean)
    .map(commit => ({ commit, schema: JSON.parse(git(['show', `${commit}:${path}`])) as JsonSchema }));
}

function goneSchemas(): string[] {
  const now = generatedFiles();
  return git(['log', '--format=', '--name-only', '--diff-filter=A', '--', schemaFolder])
    .split('\n')
    .filter(path => path.endsWith('.gen.json') && !now.has(path));
}

/** Without a history (a source archive) there is nothing to hold against. */
function git(args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
