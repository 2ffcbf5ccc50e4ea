import type { CreateAdjustment } from '@cairn/contracts/http/adjustment';
import type { FieldErrors } from '../api/field-errors.js';
import { wholeOf } from '../layout/typed-whole.js';

/** Text as it is typed. */
export interface AdjustmentForm {
  way: 'add' | 'take';
  points: string;
  reason: string;
}

export const emptyAdjustment: AdjustmentForm = { way: 'add', points: '', reason: '' };

const most = 1_000_000_000;

/** What POST /ambassadors/{id}/adjustments takes, or what is wrong with each field. */
export function readAdjustment(form: AdjustmentForm): { input: CreateAdjustment } | { errors: FieldErrors } {
  const points = changeOf(form);
  const reason = form.reason.trim();
  if (points !== null && reason) return { input: { points, reason } };
  return {
    errors: {
      points: points === null ? 'Whole points, from 1.' : undefined,
      reason: reason ? undefined : 'Say why: they read it.',
    },
  };
}

/** Points to add, below 0 to take; null for what is no number of them. */
export function changeOf({ way, points }: AdjustmentForm): number | null {
  const whole = wholeOf(points, 1, most);
  return whole === null || way === 'add' ? whole : -whole;
}
