import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command-line.js';
import { openDataDir } from './stack/data-dir.js';
import { dataDirectory } from './stack/paths.js';
import { screenProgress } from './stack/progress.js';
import { StartFailure } from './stack/start-failure.js';

const dataDir = dataDirectory(process.env);

/** What a data directory of ours holds; anything else in it is not ours to delete. */
const own = /^(logs|postgres|kafka|redis|mail|shopify|demo|.*\.json(\.new)?)$/;

/** `npm run reset`: empties the data of a copy that is not running. */
await runCommand(async () => {
  if (!existsSync(dataDir)) {
    process.stdout.write(`${dataDir} is empty already.\n`);
    return 0;
  }
  const strangers = readdirSync(dataDir).filter(name => !own.test(name));
  if (strangers.length > 0)
    throw new StartFailure(
      `${dataDir} holds what Cairn did not make (${strangers.join(', ')}): nothing was deleted.`,
    );
  const { release } = await openDataDir(dataDir, screenProgress());
  for (const name of readdirSync(dataDir))
    if (name !== 'lock.json') rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  release();
  process.stdout.write(`Emptied ${dataDir}.\n`);
  return 0;
});
