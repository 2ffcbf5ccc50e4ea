import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Fault } from './kinds/fault.js';
import { crashes, freezes, kills, restores } from './plan.js';

export const usage = `Usage: npm run faults -- [options]
  --seeds 1,2,3    a run each, on a product of its own (default: 1,2,3)
  --times N        copies of the demo's orders (default: 5)
  --limit N        only the first N customers of the file
  --only WORDS     faults whose name has these words, such as "crash points" or "restore"; may be repeated
  --list           names every fault and ends
`;

export interface FaultsOptions {
  seeds: number[];
  times: number;
  limit: number | null;
  /** By scenario: what hurts processes, and what sets databases back, are runs of their own. */
  scenarios: { name: string; faults: readonly Fault[] }[];
  list: boolean;
}

const count = z.coerce.number().int().min(1);
const seeds = z
  .string()
  .transform(text => text.split(',').map(Number))
  .pipe(z.array(z.int()));

/** Reads the command line; null when help was asked for. @throws Error with words for a person. */
export function readOptions(args: string[]): FaultsOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string', default: '1,2,3' },
      times: { type: 'string', default: '5' },
      limit: { type: 'string' },
      only: { type: 'string', multiple: true },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const words = values.only ?? [''];
  const wanted = (faults: readonly Fault[]) =>
    faults.filter(({ name }) => words.some(word => name.includes(word)));
  const scenarios = [
    { name: 'crashes', faults: wanted([...crashes, ...kills, ...freezes]) },
    { name: 'restores', faults: withBackUps(wanted(restores)) },
  ].filter(({ faults }) => faults.length > 0);
  if (scenarios.length === 0) throw new Error(`no fault has ${words.join(' or ')} in its name: try --list`);
  return {
    seeds: seeds.parse(values.seeds),
    times: count.parse(values.times),
    limit: values.limit === undefined ? null : count.parse(values.limit),
    scenarios,
    list: values.list,
  };
}

/** A restore needs what was backed up; a backup alone proves nothing. */
function withBackUps(chosen: readonly Fault[]): Fault[] {
  const services = new Set(chosen.filter(isRestore).map(({ name }) => name.replace('restore ', '')));
  return restores.filter(({ name }) => services.has(name.replace(/^(restore|back up) /, '')));
}

function isRestore({ name }: Fault): boolean {
  return name.startsWith('restore ');
}
