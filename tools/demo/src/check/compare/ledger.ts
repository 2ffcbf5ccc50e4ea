import type { Difference, DifferenceKind } from '../difference.js';
import type { ExpectedAmbassador, LedgerRow } from '../expected.js';
import type { ObservedAmbassador } from '../observed.js';
import { unmatched } from './multiset.js';

/** The same rows, numbered 1, 2, 3…, and a balance that is their sum (domain.md 2.14, 2.15). */
export function compareLedger(expected: ExpectedAmbassador, observed: ObservedAmbassador): Difference[] {
  const { missing, extra } = unmatched(expected.rows, observed.ledger, words, words);
  const about = (kind: DifferenceKind, detail: string) => ({ kind, ambassador: expected.externalId, detail });
  const found = [
    ...missing.map(row => about('ledger_row_missing', words(row))),
    ...extra.map(row => about('ledger_row_extra', words(row))),
  ];
  const numbers = observed.ledger.map(row => row.seq).sort((a, b) => a - b);
  if (numbers.some((seq, index) => seq !== index + 1)) {
    found.push(about('ledger_numbers', `rows are numbered ${numbers.join(', ')}`));
  }
  const { available, pending } = observed.balance;
  if (available !== expected.available || pending !== 0) {
    const seen = `${available} available, ${pending} pending`;
    found.push(about('balance', `expected ${expected.available} available, 0 pending; is ${seen}`));
  }
  return found;
}

function words(row: LedgerRow): string {
  return `${row.eventId} ${row.kind} ${row.pendingDelta} pending ${row.availableDelta} available, series ${row.seriesId}`;
}
