import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@cairn/local/stack/paths';
import { onStopSignals } from '@cairn/local/stop-signals';
import { everyCheck } from './checks/all.js';
import { type ClusterOptions, readOptions, usage } from './options.js';
import { Place } from './place/place.js';

const said: string[] = [];

/** With the seconds since the start. */
function say(line: string): void {
  said.push(line);
  process.stdout.write(`${(performance.now() / 1_000).toFixed(0).padStart(5)}  ${line}\n`);
}

process.exit(await main(optionsOrExit()));

/** Exit code 0: every check showed what it is there for. */
async function main(options: ClusterOptions): Promise<number> {
  const checks = everyCheck.filter(({ name }) => options.only.some(words => name.includes(words)));
  if (options.list) {
    for (const { name } of checks) say(name);
    return 0;
  }
  const place = new Place(options, say);
  onStopSignals(
    () => void place.stop().finally(() => process.exit(130)),
    () => process.exit(130),
  );
  const failed: string[] = [];
  try {
    const world = await place.start();
    for (const { name, run } of checks) {
      say(`== ${name}`);
      try {
        await run(world);
      } catch (error) {
        failed.push(name);
        say(`FAILED: ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } catch (error) {
    failed.push('start');
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await place.stop();
  }
  say(failed.length === 0 ? 'All of it holds' : `NOT WELL: ${failed.join(', ')}`);
  const folder = join(repoRoot, 'test', 'cluster', 'out');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.txt'), `${said.join('\n')}\n`);
  return failed.length === 0 ? 0 : 1;
}

function optionsOrExit(): ClusterOptions {
  try {
    const read = readOptions(process.argv.slice(2), process.env);
    if (read !== null) return read;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
