import type { ActivityLine } from '@cairn/contracts/http/home';
import { signedPoints } from '../../../shared/features/wording/numbers.js';

/** How a line weighs: it gave, it waits, it took back, or it gave nothing. */
export type Weight = 'gave' | 'waits' | 'took' | 'nothing';

const weights: Record<ActivityLine['status'], Weight> = {
  accepted: 'waits',
  awarded: 'gave',
  held: 'waits',
  reversed: 'took',
  in_review: 'waits',
  not_awarded: 'nothing',
  parked: 'waits',
};

/** A correction that takes points is an award below zero; an edited order that was raised again gives some back. */
export function weightOf({ status, points }: Pick<ActivityLine, 'status' | 'points'>): Weight {
  if (points !== null && points < 0) return 'took';
  if (status === 'reversed' && points !== null && points > 0) return 'gave';
  return weights[status];
}

/** What stands at the line's end: "+15", "+35 pending", "−5", "In review", "No points". */
export function effectWords(
  { status, points }: Pick<ActivityLine, 'status' | 'points'>,
  locale: string,
): string {
  const signed = points === null ? null : signedPoints(points, locale);
  switch (status) {
    case 'awarded':
    case 'reversed':
      return signed ?? '';
    case 'held':
      return signed ? `${signed} pending` : 'Pending';
    case 'accepted':
      return 'Counting…';
    case 'in_review':
      return 'In review';
    case 'parked':
      return 'Waiting';
    case 'not_awarded':
      return 'No points';
  }
}
