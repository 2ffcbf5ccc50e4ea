import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { readJson } from './stack/json-file.js';
import { packageFile, repoRoot } from './stack/paths.js';
import { screenProgress } from './stack/progress.js';
import { type Stack, startStack } from './stack/stack.js';
import { StartFailure } from './stack/start-failure.js';
import { onStopSignals } from './stop-signals.js';
import { testEnvironment } from './test-environment.js';
import { countsLine, jestReport } from './test-outcome.js';
import { type CheckName, testPlan } from './test-plan.js';

type Outcome = readonly [stage: string, ok: boolean, seconds: number];

const plan = testPlan(process.argv.slice(2));
let stack: Stack | undefined;
let interrupted = false;
let endCurrent = (): void => undefined;

/** `npm test`: every stage runs, whatever the ones before it said; any failure makes the exit code 1. */
await runCommand(async () => {
  onStopSignals(
    () => {
      interrupted = true;
      endCurrent();
      void stack?.stop();
    },
    () => {
      stack?.kill();
      process.exit(130);
    },
  );
  const outcomes: Outcome[] = [];
  for (const check of plan.checks)
    for (const [stage, command] of checkCommands(check))
      outcomes.push(await timed(stage, () => run(command)));
  let counts: string | undefined;
  if (plan.levels.length > 0)
    outcomes.push(
      await timed(plan.levels.join(', '), async () => {
        const tested = await runJest();
        counts = tested.counts;
        return tested.ok;
      }),
    );
  if (interrupted) return 130;
  process.stdout.write('\n');
  for (const [stage, ok, seconds] of outcomes)
    process.stdout.write(`  ${ok ? 'ok    ' : 'FAILED'} ${stage} (${seconds.toFixed(1)} s)\n`);
  if (counts) process.stdout.write(`\n${counts}\n`);
  return outcomes.every(([, ok]) => ok) ? 0 : 1;
});

function checkCommands(check: CheckName): readonly (readonly [string, readonly string[]])[] {
  switch (check) {
    case 'lint':
      return [
        ['biome', [packageFile('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
        [
          'layering',
          [
            packageFile('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
            ...['libs', 'services', 'tools', 'test', '--config', '.dependency-cruiser.cjs'],
          ],
        ],
        ['knip', [packageFile('knip', 'bin', 'knip.js')]],
      ];
    case 'types':
      return [['types', [packageFile('typescript', 'bin', 'tsc'), '-b']]];
    case 'contracts':
      return [['contracts', [join(repoRoot, 'libs', 'contracts', 'dist', 'tooling', 'check.js')]]];
  }
}

async function runJest(): Promise<{ ok: boolean; counts: string | undefined }> {
  const reportDir = mkdtempSync(join(tmpdir(), 'cairn-test-report-'));
  try {
    if (plan.needsStack)
      stack = await startStack({ ephemeral: true, progress: screenProgress() }, given => {
        stack = given;
      });
    const report = join(reportDir, 'jest.json');
    const ok = await run(
      [
        ...[
          '--experimental-vm-modules',
          '--disable-warning=ExperimentalWarning',
          '--disable-warning=TimeoutNegativeWarning',
        ],
        packageFile('jest', 'bin', 'jest.js'),
        ...[
          '--selectProjects',
          ...plan.levels,
          '--maxWorkers=2',
          '--json',
          `--outputFile=${report}`,
          '--passWithNoTests',
        ],
        ...plan.jestArgs,
      ],
      stack ? testEnvironment(stack.env) : {},
    );
    const read = readJson(report, jestReport);
    return { ok: ok && read !== undefined, counts: read && countsLine(read) };
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    if (!interrupted)
      process.stderr.write(`${error.lines.map(line => `    ${line}\n`).join('')}${error.message}\n`);
    return { ok: false, counts: undefined };
  } finally {
    await stack?.stop();
    rmSync(reportDir, { recursive: true, force: true });
  }
}

async function timed(stage: string, work: () => Promise<boolean>): Promise<Outcome> {
  if (interrupted) return [stage, false, 0];
  const began = Date.now();
  process.stdout.write(`\n== ${stage}\n`);
  const ok = await work();
  return [stage, ok, (Date.now() - began) / 1000];
}

/** One of our tools under our own Node; true when it ended well. */
async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const script = args.find(arg => !arg.startsWith('-')) ?? '';
  if (!existsSync(script)) {
    process.stderr.write(`${script} is missing.\n`);
    return false;
  }
  const { child, code } = runScript(process.execPath, args, env);
  endCurrent = () => child.kill('SIGTERM');
  return (await code) === 0;
}
