#!/usr/bin/env node
import { isWell } from './demo-result.js';
import { readEnvironment } from './environment.js';
import { readOptions, usage } from './options.js';
import { progressOn } from './report/progress.js';
import { summaryOf } from './report/summary.js';
import { runDemo } from './run-demo.js';

/** Exit code 0: everybody equal. 1: a difference, or it could not go on. 2: a mistake on the command line. */
async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${usage}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const environment = readEnvironment(process.env);
    const surroundings = { environment, progress: progressOn(process.stderr), now: new Date() };
    const result = await runDemo(options, surroundings);
    process.stdout.write(summaryOf(result));
    return isWell(result) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\nThe demo stopped: ${messageOf(error)}\n`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main();
