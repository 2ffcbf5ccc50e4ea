import type { Stopper } from '@cairn/local/cairn';
import { onStopSignals } from '@cairn/local/stop-signals';
import { type FaultsOptions, readOptions, usage } from './options.js';
import { everyFault } from './plan.js';
import { type FaultsOutcome, runFaults } from './run.js';
import { startHurtCairn } from './world/world.js';

/** With the seconds since the start. */
const say = (line: string) =>
  process.stdout.write(`${(performance.now() / 1000).toFixed(0).padStart(5)}  ${line}\n`);
const options = optionsOrExit();
let running: Stopper | undefined;
onStopSignals(
  () => void running?.stop().finally(() => process.exit(130)),
  () => {
    running?.kill();
    process.exit(130);
  },
);
process.exit(await main(options));

/** Exit code 0: everybody equal in every run, and every fault struck. */
async function main({ seeds, scenarios, times, limit, list }: FaultsOptions): Promise<number> {
  if (list) {
    for (const { name } of everyFault) say(name);
    return 0;
  }
  const failed: string[] = [];
  for (const seed of seeds) {
    for (const { name, faults } of scenarios) {
      const what = `seed ${seed}, ${name}: ${faults.length} faults, ${times} times the orders`;
      say(`== ${what}`);
      const began = performance.now();
      const hurt = await startHurtCairn(say, stopper => {
        running = stopper;
      });
      try {
        const outcome = await runFaults(hurt, { seed, faults, times, limit }, say);
        report(outcome, (performance.now() - began) / 1000);
        if (!outcome.isWell) failed.push(what);
      } finally {
        await hurt.stop();
      }
    }
  }
  for (const what of failed) say(`FAILED: ${what}`);
  say(failed.length === 0 ? 'Everybody equal in every run' : 'Repeat one with --seeds N');
  return failed.length === 0 ? 0 : 1;
}

function report({ result, struck, failed, mails, isWell }: FaultsOutcome, seconds: number): void {
  const { totals, differences } = result;
  say(
    `${result.ambassadors} ambassadors, ${totals.rows} ledger rows, ${totals.unlocks} unlocks, ${totals.codes} codes, ${totals.mails} mails; ${mails.unknown} mails lost sight of, ${mails.sentAgain} sent again by hand`,
  );
  say(`${struck.length} faults struck, ${failed.length} could not, in ${Math.round(seconds)} s`);
  for (const { name, why } of failed) say(`  ${name}: ${why}`);
  for (const { ambassador, kind, detail } of differences.slice(0, 20)) {
    say(`  ${ambassador ?? '-'} ${kind}: ${detail}`);
  }
  say(isWell ? 'EQUAL' : `NOT WELL: ${differences.length} differences`);
}

function optionsOrExit(): FaultsOptions {
  try {
    const read = readOptions(process.argv.slice(2));
    if (read !== null) return read;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
