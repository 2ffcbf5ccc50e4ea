import { parseArgs } from 'node:util';
import type { Stopper } from '@cairn/local/cairn';
import { onStopSignals } from '@cairn/local/stop-signals';
import { z } from 'zod';
import { Fleet } from './fleet.js';
import { runRolling } from './run.js';

const usage = `Usage: npm run rolling -- [options]
  --rounds N   times that each copy is terminated and all are rolled (default: 3)
  --limit N    only the first N customers of the demo's file (default: 600)
  --drain MS   SHUTDOWN_DRAIN of the services (default: 3000); with 0 requests get lost
`;

/** With the seconds since the start. */
const say = (line: string) =>
  process.stdout.write(`${(performance.now() / 1000).toFixed(1).padStart(6)}  ${line}\n`);

const options = z.object({
  rounds: z.coerce.number().int().min(1).default(3),
  limit: z.coerce.number().int().min(10).default(600),
  drain: z.coerce.number().int().min(0).default(3_000),
});

const given = parseArgs({
  options: {
    rounds: { type: 'string' },
    limit: { type: 'string' },
    drain: { type: 'string' },
    help: { type: 'boolean' },
  },
}).values;
if (given.help) {
  process.stdout.write(usage);
  process.exit(0);
}
let running: Stopper | undefined;
onStopSignals(
  () => void running?.stop().finally(() => process.exit(130)),
  () => {
    running?.kill();
    process.exit(130);
  },
);
process.exit(await main(options.parse(given)));

/** Exit code 0: nothing is wrong. */
async function main({ drain, ...run }: z.infer<typeof options>): Promise<number> {
  const fleet = await Fleet.start(drain, say, stopper => {
    running = stopper;
  });
  try {
    const { answered, streamEnds, wrong } = await runRolling(fleet, run, say);
    say(`answered: ${JSON.stringify(answered)}; streams ended and came back ${streamEnds} times`);
    const lines = Object.entries(wrong).flatMap(([what, of]) =>
      (Array.isArray(of) ? of : of === 0 ? [] : [String(of)]).map(line => `${what}: ${line}`),
    );
    for (const line of lines.slice(0, 50)) say(line);
    say(lines.length === 0 ? 'Nothing was lost, and nothing is there twice' : `NOT WELL: ${lines.length}`);
    return lines.length === 0 ? 0 : 1;
  } finally {
    await fleet.stop();
  }
}
