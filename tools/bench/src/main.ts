import { join, resolve } from 'node:path';
import { runCommand } from '@cairn/local/command-line';
import { repoRoot } from '@cairn/local/stack/paths';
import { screenProgress } from '@cairn/local/stack/progress';
import { StartFailure } from '@cairn/local/stack/start-failure';
import { onStopSignals } from '@cairn/local/stop-signals';
import { isWhole, type Options, readOptions, usage } from './options.js';
import type { Setting } from './report/configuration.js';
import type { Report } from './report/markdown.js';
import { textTable } from './report/table.js';
import { writeReport } from './report/write-report.js';
import { runBench } from './run-bench.js';
import { type BedStopper, makeBed } from './stack/bed.js';

/** Exit code 0: everything was measured, whatever it came to. 1: it was not. 2: a mistake on the command line. */
await runCommand(async () => {
  const options = optionsOrUsage();
  return typeof options === 'number' ? options : await bench(options);
});

function optionsOrUsage(): Options | number {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options !== null) return options;
    process.stdout.write(usage);
    return 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${usage}`);
    return 2;
  }
}

async function bench(options: Options): Promise<number> {
  let stopper: BedStopper | undefined;
  let interrupted = false;
  onStopSignals(
    () => {
      interrupted = true;
      void stopper?.stop().finally(() => process.exit(130));
    },
    () => {
      stopper?.kill();
      process.exit(130);
    },
  );
  const started = performance.now();
  const say = (line: string): void => {
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    process.stdout.write(`  ${minutes} min  ${line}\n`);
  };
  try {
    const bed = await makeBed(screenProgress(), given => {
      stopper = given;
    });
    const report = await runBench(bed, options, say);
    process.stdout.write(inWords(report));
    deliver(report, options);
    return 0;
  } catch (error) {
    // The rest is what comes of ending things in the middle.
    if (interrupted) return await new Promise<never>(() => undefined);
    const logs = stopper?.keepLogs();
    if (logs !== undefined) process.stderr.write(`\nThe logs are in ${logs}\n`);
    if (error instanceof StartFailure) throw error;
    process.stderr.write(`\nThe bench stopped: ${messageOf(error)}\n`);
    return 1;
  } finally {
    await stopper?.stop();
  }
}

function deliver(report: Report, options: Options): void {
  const dir = options.out ?? (isWhole(options) ? join(repoRoot, 'docs') : undefined);
  if (dir === undefined) {
    process.stdout.write('Nothing is written: this was not a whole run.\n');
    return;
  }
  const into = resolve(process.env.INIT_CWD ?? process.cwd(), dir);
  const name = options.only.includes('size') ? 'performance-size' : 'performance';
  writeReport(report, into, name);
  process.stdout.write(`Written: ${join(into, `${name}.md`)} and ${name}.json\n`);
}

function inWords({ entries, configuration, machine, cpu, hops }: Report): string {
  const list = (title: string, settings: readonly Setting[]): string =>
    `\n${title}\n${settings.map(({ name, value }) => `  ${name}: ${value}\n`).join('')}`;
  return [
    `\n${textTable(entries)}`,
    list(
      'Machine',
      Object.entries(machine).map(([name, value]) => ({ name, value: String(value) })),
    ),
    list(
      'Cores used at the highest rate of sales',
      cpu.map(({ name, cores }) => ({ name, value: cores.toFixed(2) })),
    ),
    list(
      'A sale at half of it, median ms since it was accepted',
      hops.map(({ name, median }) => ({ name, value: String(Math.round(median)) })),
    ),
    list('Postgres, of both', configuration.postgres),
    list('Kafka, of both', configuration.broker),
    list('Cairn', configuration.product),
    list('Baselines', configuration.baseline),
    list('Indexes, of both', configuration.indexes),
    '\n',
  ].join('');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
