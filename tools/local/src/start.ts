import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Cairn, type Stopper, startCairn } from './cairn.js';
import { reportFailure, runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { announce, copyEnvironment, withdraw } from './running-copy.js';
import { dataDirectory, repoRoot } from './stack/paths.js';
import { screenProgress } from './stack/progress.js';
import { onStopSignals } from './stop-signals.js';

const dataDir = dataDirectory(process.env);
const verbose = process.argv.includes('--verbose');

/** `npm start`: brings everything up, seeds the demo brand, and stays until it is told to stop. */
await runCommand(async () => {
  let stopper: Stopper | undefined;
  let stopping = false;
  const asked = new Promise<void>(resolve => {
    onStopSignals(
      why => {
        stopping = true;
        process.stdout.write(`\nStopping (${why}) …\n`);
        resolve();
      },
      () => {
        stopper?.kill();
        process.exit(130);
      },
    );
  });
  process.stdout.write(`Starting Cairn on ${dataDir}\n`);
  const up = startCairn({ dataDir, verbose, progress: screenProgress() }, given => {
    stopper = given;
  });
  const started = await Promise.race([up, asked]).catch(error => {
    if (stopping) return undefined;
    return reportFailure(error);
  });
  if (typeof started === 'number') return started;
  if (started) {
    announce(dataDir, started);
    await Promise.race([seed(started), asked]);
    if (!stopping) printWhereabouts(started);
    await asked;
  }
  up.catch(() => undefined);
  withdraw(dataDir);
  await stopper?.stop();
  process.stdout.write('Stopped.\n');
  return 0;
});

/** The demo brand, whose sign-in links the script prints itself; it does nothing to a brand that is there. */
async function seed(cairn: Cairn): Promise<void> {
  const script = join(repoRoot, 'tools', 'demo', 'dist', 'seed.js');
  if (!existsSync(script)) return;
  const { code } = runScript(process.execPath, [script], copyEnvironment(cairn));
  if ((await code) !== 0) process.stderr.write('The demo brand could not be made; everything else is up.\n');
}

function printWhereabouts({ urls, platformToken }: Cairn): void {
  const lines: [string, string | undefined][] = [
    ['Portal', urls.portal],
    ['Admin', `${urls.portal}/admin`],
    ['API', `${urls.portal}/api/v1`],
    ['API, in words', `${urls.portal}/docs`],
    ['Events API', `${urls.ingestion}/v1/events`],
    ['Inbox', urls.inbox],
    ['Stand-in shop', urls.shop],
    ['Platform token', platformToken],
    ['Logs', join(dataDir, 'logs')],
  ];
  const shown = lines.flatMap(([name, value]) => (value ? [`  ${name.padEnd(15)} ${value}\n`] : []));
  process.stdout.write(`\nCairn is up. Ctrl-C stops it.\n${shown.join('')}\n`);
}
