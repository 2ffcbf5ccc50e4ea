import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { objectsIn, profiles } from './chart/render.js';
import { validated } from './chart/validate.js';
import { command, generatedFiles } from './generated.js';
import { k8sDir } from './paths.js';

const generated = generatedFiles();

describe('k8s/', () => {
  it.each([...generated.keys()])('%s is what it would be generated as', path => {
    const file = join(k8sDir, path);
    const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (there !== generated.get(path)) throw new Error(`k8s/${path} is stale: ${command} makes it anew`);
  });

  it('has nothing rendered of a profile that is gone', () => {
    expect(readdirSync(join(k8sDir, 'rendered')).sort()).toEqual([...profiles].sort());
  });

  it.each(manifests())('%s fits its kinds’ schemas', path => {
    const text = readFileSync(join(k8sDir, path), 'utf8');
    expect(validated(text)).toEqual([]);
    expect(objectsIn(text).length).toBeGreaterThan(0);
  });
});

function manifests(): string[] {
  return readdirSync(k8sDir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml') && entry.name !== 'values.yaml')
    .map(entry => relative(k8sDir, join(entry.parentPath, entry.name)))
    .sort();
}
