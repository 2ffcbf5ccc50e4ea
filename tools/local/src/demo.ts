import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Stopper, startCairn } from './cairn.js';
import { runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { announce, copyEnvironment, findRunningCopy, withdraw } from './running-copy.js';
import { dataDirectory, repoRoot } from './stack/paths.js';
import { screenProgress } from './stack/progress.js';
import { StartFailure } from './stack/start-failure.js';
import { onStopSignals } from './stop-signals.js';

const dataDir = dataDirectory(process.env);

/** `npm run demo`: against the copy that is up on this data, else against one of its own for as long as it takes. */
await runCommand(async () => {
  const script = join(repoRoot, 'tools', 'demo', 'dist', 'main.js');
  if (!existsSync(script)) throw new StartFailure(`${script} is missing: run \`npm run build\`.`);
  const running = findRunningCopy(dataDir);
  if (running) return runDemo(script, copyEnvironment(running));

  let stopper: Stopper | undefined;
  let interrupted = false;
  onStopSignals(
    () => {
      interrupted = true;
      // During the start there is no demo to end; the start then fails and says nothing more.
      void stopper?.stop();
    },
    () => {
      stopper?.kill();
      process.exit(130);
    },
  );
  process.stdout.write(`Starting Cairn on ${dataDir} for the length of the demo\n`);
  const progress = screenProgress();
  try {
    const cairn = await startCairn({ dataDir, progress }, given => {
      stopper = given;
    });
    announce(dataDir, cairn);
    return await runDemo(script, copyEnvironment(cairn));
  } catch (error) {
    if (interrupted) return 130;
    throw error;
  } finally {
    withdraw(dataDir);
    await stopper?.stop();
  }
});

async function runDemo(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  const { child, code } = runScript(process.execPath, [script, ...process.argv.slice(2)], {
    ...env,
    CAIRN_DATA_DIR: dataDir,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return code;
}
