import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from './kinds/fault.js';
import { everyFault } from './plan.js';
import { runFaults } from './run.js';
import { type HurtCairn, startHurtCairn } from './world/world.js';

/** One of each kind, and one on every hop; `npm run faults` has all of them, with more orders and seeds. */
const short = [
  'crash points chunk.before-commit',
  'crash milestones chunk.after-commit',
  'crash points relay.after-produce',
  'crash rewards shopify.after-answer CreateDiscountCode',
  'crash notifications smtp.after-answer',
  'crash portal-bff rebalance.begun',
  'kill milestones',
  'kill kafka',
  'kill postgres',
  'freeze points',
];

const restores = ['back up points', 'back up rewards', 'restore points', 'restore rewards'];

describe('what crashes, kills and restored databases leave behind', () => {
  let hurt: HurtCairn;
  const said: string[] = [];
  const say = (line: string) => said.push(line);

  beforeAll(async () => {
    hurt = await startHurtCairn(say);
  }, 120_000);

  afterAll(() => hurt.stop());

  it.each([
    // In whose order the mail that is lost sight of comes early: its fate is settled after two minutes.
    ['crashes, kills and a frozen copy', 15, short],
    ['restored databases', 2, restores],
  ])(
    '%s: everybody is equal to the file, and nothing is there twice',
    async (_what, seed, names) => {
      const faults = faultsNamed(names);
      const run = { seed, faults, times: 1, limit: 200 };
      const { result, failed, struck } = await runFaults(hurt, run, say);
      expect({ differences: result.differences, failed, said }).toEqual({
        differences: [],
        failed: [],
        said,
      });
      expect(struck.toSorted()).toEqual(faults.map(({ name }) => name).toSorted());
      expect(result.rejected).toEqual([]);
    },
    600_000,
  );
});

function faultsNamed(names: readonly string[]): Fault[] {
  return names.map(name => {
    const found = everyFault.find(fault => fault.name === name || fault.name.startsWith(`${name} `));
    if (found === undefined) throw new Error(`there is no fault ${name}`);
    return found;
  });
}
