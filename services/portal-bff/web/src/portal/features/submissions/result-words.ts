import type { Receipt } from '@cairn/contracts/http/ledger';

/** What became of something that was just sent in, said at once; the list says the rest. */
export function resultWords({ status, points, reason }: Receipt): string {
  switch (status) {
    case 'awarded':
    case 'held':
      return points === undefined ? 'It counts.' : `It counts: +${points} points.`;
    case 'in_review':
      return 'Handed in. It is looked at before it counts.';
    case 'not_awarded':
      return reason === 'disclosure_missing'
        ? 'Handed in, but it has to say that it is a partnership. Mend it below.'
        : 'Handed in, but it gives no points this time. “Lately” on the home page says why.';
    default:
      return 'Handed in. It is counted in a moment.';
  }
}
