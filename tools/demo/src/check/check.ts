import { setTimeout as pause } from 'node:timers/promises';
import type { Progress } from '../report/progress.js';
import { type EnrolledAmbassador, enrolledAmbassadors } from '../setup/ambassador-ids.js';
import { compare } from './compare/compare.js';
import { lateMails } from './compare/late-mails.js';
import type { Difference } from './difference.js';
import type { Expected } from './expected.js';
import { observe, type Windows } from './observe/observe.js';
import type { Observed } from './observed.js';

export interface Checked {
  differences: Difference[];
  observed: Observed;
  /** Unlocks with two mails, since a reward took more than a minute (domain.md 5.1). */
  lateMails: number;
}

/**
 * Looks at everybody, then again at those who differ, until nobody does or nothing has changed for `patience` ms: the
 * API is a reader behind streams. What is too much never goes away by itself, so looking again hides nothing.
 */
export async function check(
  windows: Windows,
  expected: Expected,
  progress: Progress,
  patience = 20_000,
): Promise<Checked> {
  const everybody = await enrolledAmbassadors(windows.api);
  progress.start('Looking at everybody', everybody.size);
  const observed = await observe(windows, everybody, everybody, count => progress.advance(count));
  progress.end();
  let differences = compare(expected, observed);
  let before = '';
  for (let changedAt = Date.now(); differences.length > 0 && Date.now() - changedAt < patience; ) {
    const differing = new Map<string, EnrolledAmbassador>();
    for (const { ambassador } of differences) {
      const person = ambassador === null ? undefined : everybody.get(ambassador);
      if (ambassador !== null && person) differing.set(ambassador, person);
    }
    if (differing.size === 0) break;
    const now = JSON.stringify(differences);
    if (now !== before) changedAt = Date.now();
    before = now;
    await pause(1_000);
    const again = await observe(windows, differing, everybody, () => {});
    for (const [externalId, seen] of again.ambassadors) observed.ambassadors.set(externalId, seen);
    const { strayDiscounts, strayOrders, openDrafts } = again;
    Object.assign(observed, { strayDiscounts, strayOrders, openDrafts });
    differences = compare(expected, observed);
  }
  const late = expected.ambassadors.flatMap(one => {
    const seen = observed.ambassadors.get(one.externalId);
    return seen ? lateMails(one, seen) : [];
  });
  return { differences, observed, lateMails: late.length };
}
