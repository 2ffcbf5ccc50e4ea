import type { ReceiptItem } from '@cairn/contracts/http/ledger';
import type { Tone } from '../layout/components/status-badge.js';

/** What became of an event (domain.md 2.18). */
export const receiptWords: Record<ReceiptItem['status'], string> = {
  accepted: 'Accepted',
  awarded: 'Awarded',
  held: 'On hold',
  reversed: 'Reversed',
  in_review: 'In review',
  not_awarded: 'No points',
  parked: 'Waits',
};

export const receiptTones: Record<ReceiptItem['status'], Tone> = {
  accepted: 'neutral',
  awarded: 'good',
  held: 'waiting',
  reversed: 'warn',
  in_review: 'warn',
  not_awarded: 'neutral',
  parked: 'waiting',
};
