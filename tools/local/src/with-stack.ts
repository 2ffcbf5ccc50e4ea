import { runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { screenProgress } from './stack/progress.js';
import { type PartName, partNames, type Stack, startStack } from './stack/stack.js';
import { onStopSignals } from './stop-signals.js';
import { testEnvironment } from './test-environment.js';

/**
 * Runs one command against an ephemeral stack: `node tools/local/dist/with-stack.js [parts] -- command args`,
 * where parts is a list such as `postgres,kafka` (default: all). The command gets the TEST_* variables.
 */
const split = process.argv.indexOf('--');
const parts = process.argv.slice(2, split).flatMap(list => list.split(','));
const [command = '', ...args] = process.argv.slice(split + 1);
if (split < 0 || !command || !parts.every(isPart)) {
  process.stderr.write(`usage: with-stack [${partNames.join(',')}] -- command args\n`);
  process.exit(2);
}

await runCommand(run);

async function run(): Promise<number> {
  let stack: Stack | undefined;
  let endCommand = (): void => undefined;
  onStopSignals(
    () => {
      endCommand();
      void stack?.stop();
    },
    () => {
      stack?.kill();
      process.exit(130);
    },
  );
  const wanted = parts.length > 0 ? parts.filter(isPart) : partNames;
  const { env, stop } = await startStack(
    { ephemeral: true, parts: wanted, progress: screenProgress() },
    given => {
      stack = given;
    },
  );
  try {
    const { child, code } = runScript(command, args, testEnvironment(env));
    endCommand = () => child.kill('SIGTERM');
    return await code;
  } finally {
    await stop();
  }
}

function isPart(name: string): name is PartName {
  return partNames.some(each => each === name);
}
