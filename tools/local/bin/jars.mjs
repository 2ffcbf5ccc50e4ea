import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './paths.mjs';
import { stage } from './stage.mjs';

const cache = join(local, '.cache');

/** The Kafka broker's jars and the Redis binary: `kafka/*.jar` and `redis/redis-server-*`. */
const stack = fromMaven('stack', 'kafka', 'Fetching Kafka and Redis with Maven');

/** The server of the S3 API that integration tests store files in: `s3mock.jar`. */
const s3mock = fromMaven('s3mock', 's3mock', 'Fetching the object store of the tests with Maven');

function fromMaven(prefix, folder, words) {
  const pom = join(local, folder, 'pom.xml');
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  return { prefix, pom, words, name: `${prefix}-${hash}` };
}

/** Whether Maven has done its part already. @param withTests also what tests need beside the stack */
export function jarsAreHere({ withTests }) {
  return isHere(stack) && (!withTests || isHere(s3mock));
}

const isHere = ({ name }) => existsSync(join(cache, name));

/** @returns the folder of the stack's jars */
export async function fetchJars(cacheReady, { withTests }) {
  if (withTests) await fetch(s3mock, cacheReady);
  return await fetch(stack, cacheReady);
}

/**
 * Fetches what a pom names into tools/local/.cache/<prefix>-<hash of the pom>, which appears in one rename when it is
 * complete, so an interrupted download is never taken for a whole one.
 */
async function fetch({ prefix, pom, words, name }, cacheReady) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  cacheReady();
  const partial = join(cache, `${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  await stage(words, 'mvn', ['-B', '-f', pom, 'validate', `-Dout=${partial}`], {
    retries: 1,
    advice: 'Check that Maven can reach its repository (settings.xml), then run the command again.',
  });
  for (const old of readdirSync(cache))
    if (old.startsWith(`${prefix}-`) && !old.endsWith('.partial'))
      rmSync(join(cache, old), { recursive: true, force: true });
  renameSync(partial, folder);
  return folder;
}
