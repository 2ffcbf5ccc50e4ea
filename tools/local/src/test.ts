import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stopper, startCairn } from './cairn.js';
import { runCommand } from './command-line.js';
import { runScript } from './run-script.js';
import { readJson } from './stack/json-file.js';
import { packageFile, repoRoot } from './stack/paths.js';
import { screenProgress } from './stack/progress.js';
import { startStack } from './stack/stack.js';
import { StartFailure } from './stack/start-failure.js';
import { onStopSignals } from './stop-signals.js';
import { cairnTestEnvironment, testEnvironment } from './test-environment.js';
import { countsLine, type JestReport, jestReport } from './test-outcome.js';
import { type CheckName, type LevelName, phasesOf, testPlan } from './test-plan.js';

type Outcome = readonly [stage: string, ok: boolean, seconds: number];

const chartToolsMissing = 'helm and kubeconform are not here, nor is Go to build them';
const promtoolMissing =
  'alerts as Prometheus judges them: promtool is not here (`npm test` alone builds it where there is Go)';
const plan = testPlan(process.argv.slice(2));
let running: Stopper | undefined;
let interrupted = false;
let endCurrent = (): void => undefined;

/** `npm test`: every stage runs, whatever the ones before it said; any failure makes the exit code 1. */
await runCommand(async () => {
  onStopSignals(
    () => {
      interrupted = true;
      endCurrent();
      void running?.stop();
    },
    () => {
      running?.kill();
      process.exit(130);
    },
  );
  const outcomes: Outcome[] = [];
  for (const check of plan.checks)
    for (const [stage, command] of checkCommands(check))
      outcomes.push(await timed(stage, () => run(command)));
  const reports: JestReport[] = [];
  const leftOut: string[] = [];
  for (const levels of phasesOf(plan.levels)) {
    if (levels.includes('chart') && !(process.env.CAIRN_HELM && process.env.CAIRN_KUBECONFORM)) {
      if (!process.env.CAIRN_REQUIRE_ALL) leftOut.push(`chart: ${chartToolsMissing}`);
      else outcomes.push(await timed(`chart: ${chartToolsMissing}`, async () => false));
      continue;
    }
    if (levels.includes('unit') && !process.env.CAIRN_PROMTOOL) {
      if (!process.env.CAIRN_REQUIRE_ALL) leftOut.push(promtoolMissing);
      else outcomes.push(await timed(promtoolMissing, async () => false));
    }
    outcomes.push(
      await timed(levels.join(', '), async () => {
        const tested = await runJest(levels);
        if (tested.report) reports.push(tested.report);
        return tested.ok;
      }),
    );
  }
  if (interrupted) return 130;
  process.stdout.write('\n');
  for (const [stage, ok, seconds] of outcomes)
    process.stdout.write(`  ${ok ? 'ok    ' : 'FAILED'} ${stage} (${seconds.toFixed(1)} s)\n`);
  for (const what of leftOut) process.stdout.write(`  LEFT OUT ${what}\n`);
  if (reports.length > 0) process.stdout.write(`\n${countsLine(reports)}\n`);
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

/** One jest run, on what its levels need: nothing, the stack alone, or the whole product. */
async function runJest(
  levels: readonly LevelName[],
): Promise<{ ok: boolean; report: JestReport | undefined }> {
  const reportDir = mkdtempSync(join(tmpdir(), 'cairn-test-report-'));
  try {
    const env = await surroundings(levels);
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
          ...levels,
          '--maxWorkers=2',
          '--json',
          `--outputFile=${report}`,
          '--passWithNoTests',
        ],
        ...plan.jestArgs,
      ],
      env,
    );
    const read = readJson(report, jestReport);
    return { ok: ok && read !== undefined, report: read };
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    if (!interrupted)
      process.stderr.write(`${error.lines.map(line => `    ${line}\n`).join('')}${error.message}\n`);
    return { ok: false, report: undefined };
  } finally {
    await running?.stop();
    running = undefined;
    rmSync(reportDir, { recursive: true, force: true });
  }
}

async function surroundings(levels: readonly LevelName[]): Promise<Record<string, string>> {
  const progress = screenProgress();
  const remember = (started: Stopper): void => {
    running = started;
  };
  if (levels.includes('e2e') || levels.includes('browser'))
    return cairnTestEnvironment(await startCairn({ ephemeral: true, progress }, remember));
  if (levels.includes('int'))
    return testEnvironment((await startStack({ ephemeral: true, progress }, remember)).env);
  return {};
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
