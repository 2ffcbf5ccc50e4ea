import type { CreateProgram, programItem } from '@cairn/contracts/http/program';
import type { ReferralRuleInput } from '@cairn/contracts/http/referral-rule-input';
import type { ReferralRule } from '@cairn/contracts/referral-rule';
import type { z } from 'zod';
import type { FieldErrors } from '../api/field-errors.js';
import { wholeOf } from '../layout/typed-whole.js';
import { percentOfRate, rateOf, rateOfPercent } from './decimal-words.js';
import { emptyTiers, readTiers, type TiersForm, tiersForm } from './tiers-form.js';

export type Program = z.infer<typeof programItem>;

/** Text as it is typed. */
export interface ProgramForm {
  name: string;
  category: string;
  holdDays: string;
  /** Percent. */
  commission: string;
  mode: 'none' | 'flat' | 'fixed' | 'tiered';
  points: string;
  rate: string;
  tiered: TiersForm;
}

export const emptyProgram: ProgramForm = {
  name: '',
  category: '',
  holdDays: '14',
  commission: '',
  mode: 'fixed',
  points: '',
  rate: '',
  tiered: emptyTiers,
};

/** @param exponent decimal places of the brand's currency. */
export function programForm(program: Program, rule: ReferralRule | null, exponent: number): ProgramForm {
  return {
    name: program.name,
    category: program.category,
    holdDays: String(program.holdDays),
    commission: program.commissionRate === null ? '' : percentOfRate(program.commissionRate),
    mode: rule?.mode ?? 'none',
    points: rule?.mode === 'flat' ? String(rule.points) : '',
    rate: rule?.mode === 'fixed' ? rule.rate : '',
    tiered: rule?.mode === 'tiered' ? tiersForm(rule, exponent) : emptyTiers,
  };
}

export interface ProgramInput {
  program: CreateProgram;
  /** Null: leave the rule as it is. */
  rule: ReferralRuleInput | null;
}

/** What POST /programs and PUT …/referral-rule take, or what is wrong with each field. */
export function readProgram(
  form: ProgramForm,
  exponent: number,
): { input: ProgramInput } | { errors: FieldErrors } {
  const name = form.name.trim();
  const category = form.category.trim();
  const holdDays = wholeOf(form.holdDays || '0', 0, 365);
  const commissionRate = form.commission.trim() ? rateOfPercent(form.commission) : null;
  const points = wholeOf(form.points, 0, 1_000_000_000);
  const rate = rateOf(form.rate);
  const commissionWrong =
    form.commission.trim() !== '' && (commissionRate === null || Number(commissionRate) > 1);
  const tiered = form.mode === 'tiered' ? readTiers(form.tiered, exponent) : null;
  const errors: FieldErrors = {
    ...(tiered !== null && 'errors' in tiered ? tiered.errors : {}),
    name: name ? undefined : 'Give the program a name.',
    category: category ? undefined : 'Give it a category, such as “referral”.',
    holdDays: holdDays === null ? 'Days, from 0 to 365.' : undefined,
    commissionRate: commissionWrong ? 'A percentage from 0 to 100.' : undefined,
    points: form.mode === 'flat' && points === null ? 'Whole points, from 0.' : undefined,
    rate: form.mode === 'fixed' && rate === null ? 'A number such as 0.25, at most 6 decimals.' : undefined,
  };
  if (Object.values(errors).some(Boolean) || holdDays === null) return { errors };
  return {
    input: {
      program: { name, category, holdDays, commissionRate },
      rule: tiered !== null && 'rule' in tiered ? tiered.rule : ruleOf(form.mode, points, rate),
    },
  };
}

function ruleOf(
  mode: ProgramForm['mode'],
  points: number | null,
  rate: string | null,
): ReferralRuleInput | null {
  if (mode === 'flat' && points !== null) return { mode, points };
  return mode === 'fixed' && rate !== null ? { mode, rate } : null;
}
