import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unreadable } from './compatibility.js';
import { generatedFiles, root, schemaFolder } from './generated-files.js';
import type { JsonSchema } from './json-schemas.js';

/**
 * Fails where a committed generated file is not what the contracts generate, and where a schema and one of any version
 * that the history holds cannot read each other's messages.
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

/** An old reader meets new messages; a new reader meets old ones, which logs kept for ever or compacted still hold. */
function historyBreaks(path: string, text: string): string[] {
  const now = JSON.parse(text) as JsonSchema;
  return versionsOf(path).flatMap(({ commit, schema }) => [
    ...unreadable(schema, now).map(
      line => `${path}: ${line} (a reader of ${commit.slice(0, 8)} breaks; make a .v2)`,
    ),
    ...unreadable(now, schema).map(
      line =>
        `${path}: ${line} (messages of ${commit.slice(0, 8)} cannot be read any more; give it a default)`,
    ),
  ]);
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
