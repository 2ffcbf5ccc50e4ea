#!/usr/bin/env node
import { readEnvironment } from './environment.js';
import { progressOn } from './report/progress.js';
import { guideOf } from './seed/guide.js';
import { runSeed } from './seed/run-seed.js';

try {
  const environment = readEnvironment(process.env);
  const result = await runSeed({ environment, progress: progressOn(process.stderr), now: new Date() });
  process.stdout.write(guideOf(result, environment));
} catch (error) {
  process.stderr.write(`The seed stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
