import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { repoRoot } from './stack/paths.js';
import { StartFailure } from './stack/start-failure.js';

/** Runs test/<folder>/main, which starts the products that it needs by itself, with this command's arguments. */
export async function runOnOwnProduct(folder: 'faults' | 'rolling'): Promise<void> {
  await runCommand(async () => {
    const script = join(repoRoot, 'test', 'dist', folder, 'main.js');
    if (!existsSync(script)) throw new StartFailure(`${script} is missing: run \`npm run build\`.`);
    const args = ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', script];
    const { child, code } = runScript(process.execPath, [...args, ...process.argv.slice(2)], {});
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    return code;
  });
}
