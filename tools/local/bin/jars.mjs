import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { local } from './paths.mjs';
import { stage } from './stage.mjs';

const pom = join(local, 'kafka', 'pom.xml');
const cache = join(local, '.cache');
const name = `stack-${createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)}`;

/** Whether Maven has done its part already. */
export function jarsAreHere() {
  return existsSync(join(cache, name));
}

/**
 * Fetches the Kafka broker's jars and the Redis binary into tools/local/.cache/stack-<hash of the pom>, which
 * appears in one rename when it is complete, so an interrupted download is never taken for a whole one.
 * @returns the folder, with `kafka/*.jar` and `redis/redis-server-*`
 */
export async function fetchJars(cacheReady) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  cacheReady();
  const partial = join(cache, `${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  await stage(
    'Fetching Kafka and Redis with Maven',
    'mvn',
    ['-B', '-f', pom, 'validate', `-Dout=${partial}`],
    {
      retries: 1,
      advice: 'Check that Maven can reach its repository (settings.xml), then run the command again.',
    },
  );
  for (const old of readdirSync(cache))
    if (old.startsWith('stack-') && !old.endsWith('.partial'))
      rmSync(join(cache, old), { recursive: true, force: true });
  renameSync(partial, folder);
  return folder;
}
