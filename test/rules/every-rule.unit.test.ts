import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@cairn/local/stack/paths';
import { describe, expect, it } from '@jest/globals';

/** The sections of docs/domain.md that are done; rules are paragraphs that begin with their number. */
const sections = ['1', '2', '3', '6'];

const rules = [...read('docs/domain.md').matchAll(/^(\d)\.\d+ /gm)]
  .filter(([, section]) => sections.includes(section!))
  .map(([number]) => number.trim());

/** Numbers that titles of tests begin with, such as `it('2.6 …`, `])('3.2, 3.10 …`. */
const named = new Set(
  ['services/**/*.test.ts', 'test/**/*.test.ts', 'libs/**/*.test.ts']
    .flatMap(pattern => globSync(pattern, { cwd: repoRoot, exclude: ['**/node_modules', '**/dist'] }))
    .flatMap(path => [...read(path).matchAll(/\(\s*['"`]((?:\d\.\d+,? )+)/g)])
    .flatMap(([, numbers]) => numbers!.split(/,? /)),
);

function read(path: string): string {
  return readFileSync(join(repoRoot, path), 'utf8');
}

describe('docs/domain.md', () => {
  it('has the rules that are looked for here', () => {
    expect(rules).toEqual(expect.arrayContaining(['1.1', '2.19', '3.10', '6.3']));
    expect(rules.length).toBeGreaterThan(35);
  });

  it.each(rules)('%s is named by a test', rule => {
    expect([...named]).toContain(rule);
  });
});
