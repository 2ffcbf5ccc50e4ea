import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFailure } from './start-failure.js';

/** The repository's root; the same from src and from dist. */
export const repoRoot = resolve(fileURLToPath(new URL('../../../..', import.meta.url)));

/** `.data` in the repository unless CAIRN_DATA_DIR says otherwise. */
export function dataDirectory(env: NodeJS.ProcessEnv): string {
  return resolve(env.CAIRN_DATA_DIR || join(repoRoot, '.data'));
}

/**
 * Where bin/jars.mjs put the broker's jars and the Redis binary.
 * @throws StartFailure when they were never fetched
 */
export function stackFiles(env: NodeJS.ProcessEnv): string {
  if (env.CAIRN_STACK_DIR) return env.CAIRN_STACK_DIR;
  const found = cached(/^stack-[0-9a-f]+$/);
  if (!found)
    throw new StartFailure('The Kafka broker has not been fetched yet: run `npm start` or `npm test` once.');
  return found;
}

/** The object store of the tests, where bin/jars.mjs put it; undefined where only `npm start` has run. */
export function s3mockJar(): string | undefined {
  const found = cached(/^s3mock-[0-9a-f]+$/);
  return found && join(found, 's3mock.jar');
}

function cached(name: RegExp): string | undefined {
  const cache = join(repoRoot, 'tools', 'local', '.cache');
  const found = existsSync(cache) ? readdirSync(cache).find(entry => name.test(entry)) : undefined;
  return found && join(cache, found);
}

/**
 * A file of an installed package, by its path: these packages export no entry that names it.
 * @throws StartFailure when the package is not installed
 */
export function packageFile(...path: string[]): string {
  const found = [join(repoRoot, 'tools', 'local'), repoRoot]
    .map(dir => join(dir, 'node_modules', ...path))
    .find(existsSync);
  if (!found) throw new StartFailure(`${path.join('/')} is not installed: run \`npm install\`.`);
  return found;
}
