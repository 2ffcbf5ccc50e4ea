import type { Difference, DifferenceKind } from '../difference.js';
import type { Expected, ExpectedAmbassador } from '../expected.js';
import type { Observed, ObservedAmbassador } from '../observed.js';
import { compareCodes } from './codes.js';
import { compareLedger } from './ledger.js';
import { compareMails } from './mails.js';
import { compareOrders } from './orders.js';
import { compareProgress } from './progress.js';
import { compareRewards } from './rewards.js';
import { compareUnlocks } from './unlocks.js';

/** Everything in which what is seen differs from what must be; none: everybody is equal. */
export function compare(expected: Expected, observed: Observed): Difference[] {
  const found = emptySets(expected);
  for (const ambassador of expected.ambassadors) {
    const { externalId } = ambassador;
    const seen = observed.ambassadors.get(externalId);
    if (seen) found.push(...compareOne(ambassador, seen));
    else found.push({ kind: 'ambassador_missing', ambassador: externalId, detail: 'is not in the brand' });
  }
  const known = new Set(expected.ambassadors.map(ambassador => ambassador.externalId));
  for (const externalId of observed.ambassadors.keys()) {
    if (known.has(externalId)) continue;
    found.push({ kind: 'ambassador_extra', ambassador: externalId, detail: 'is not in the file' });
  }
  const stray = (kind: DifferenceKind, what: string) =>
    found.push({ kind, ambassador: null, detail: `${what} is for nobody of the brand` });
  for (const code of observed.strayDiscounts) stray('code_extra_in_shop', code);
  for (const order of observed.strayOrders) stray('order_extra_in_shop', `order ${order}`);
  return found;
}

/** One ambassador's part of `compare`. */
export function compareOne(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const email =
    observed.email === expected.email
      ? []
      : [
          {
            kind: 'email' as const,
            ambassador: expected.externalId,
            detail: `expected ${expected.email}; is ${observed.email}`,
          },
        ];
  return [
    ...email,
    ...compareLedger(expected, observed),
    ...compareProgress(expected, observed),
    ...compareUnlocks(expected, observed),
    ...compareRewards(expected, observed),
    ...compareCodes(expected, observed),
    ...compareOrders(expected, observed),
    ...compareMails(expected, observed),
  ];
}

/** A check that has nothing to compare proves nothing. */
function emptySets(expected: Expected): Difference[] {
  const counts = {
    ambassadors: expected.ambassadors.length,
    events: expected.events,
    unlocks: expected.ambassadors.reduce((sum, ambassador) => sum + ambassador.unlocks.length, 0),
  };
  return Object.entries(counts)
    .filter(([, count]) => count === 0)
    .map(([what]) => ({ kind: 'empty_set', ambassador: null, detail: `0 ${what} to compare` }));
}
