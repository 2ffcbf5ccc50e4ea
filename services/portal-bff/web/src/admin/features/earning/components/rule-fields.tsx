import { money } from '@cairn/contracts/words/reward-words';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useBrandSettings } from '../../api/catalog.js';
import type { FieldErrors } from '../../api/field-errors.js';
import { rateOf, saleExample } from '../decimal-words.js';
import type { ProgramForm } from '../program-form.js';
import classes from './rule-fields.module.css';
import { TierFields } from './tier-fields.js';

interface RuleFieldsProps {
  form: ProgramForm;
  onChange: (change: Partial<ProgramForm>) => void;
  errors: FieldErrors;
  /** A program that has a rule keeps one: it can be changed, not taken away. */
  hasRule: boolean;
}

/** What a sale gives (domain.md 2.6), with a worked example beside what is typed. */
export function RuleFields({ form, onChange, errors, hasRule }: RuleFieldsProps) {
  const { currency = 'USD', currencyExponent = 2 } = useBrandSettings().data ?? {};
  const unit = money(10 ** currencyExponent, currency, currencyExponent);
  const rate = rateOf(form.rate);
  const modes = [
    { value: 'fixed', label: 'By amount' },
    { value: 'flat', label: 'By sale' },
    { value: 'tiered', label: 'In tiers' },
    ...(hasRule ? [] : [{ value: 'none', label: 'None yet' }]),
  ];
  return (
    <fieldset className={classes.rule}>
      <legend>What a sale gives</legend>
      <SegmentedControl
        aria-label="Referral rule"
        size="xs"
        data={modes}
        value={form.mode}
        onChange={mode => onChange({ mode: mode as ProgramForm['mode'] })}
      />
      {form.mode === 'fixed' && (
        <TextInput
          label={`Points for every ${unit}`}
          inputMode="decimal"
          placeholder="0.25"
          value={form.rate}
          onChange={event => onChange({ rate: event.currentTarget.value })}
          error={errors.rate}
        />
      )}
      {form.mode === 'flat' && (
        <TextInput
          label="Points a sale"
          inputMode="numeric"
          placeholder="20"
          value={form.points}
          onChange={event => onChange({ points: event.currentTarget.value })}
          error={errors.points}
        />
      )}
      {form.mode === 'tiered' && (
        <TierFields
          form={form.tiered}
          onChange={change => onChange({ tiered: { ...form.tiered, ...change } })}
          errors={errors}
          unit={unit}
        />
      )}
      <p className={classes.example} aria-live="polite">
        {form.mode === 'fixed' &&
          (rate === null
            ? 'At 0.25, a sale of 100 gives 25 points. Parts of a point are dropped.'
            : `${saleExample(rate, currency, currencyExponent)} After discounts, before tax and shipping; parts of a point are dropped.`)}
        {form.mode === 'flat' && 'Every sale gives the same, whatever its amount.'}
        {form.mode === 'none' && 'Sales are recorded and give no points until the program has a rule.'}
        {form.mode === 'tiered' &&
          'Each tier reaches up to the next one. Sales below the first give no points; those before count whatever they gave.'}
      </p>
    </fieldset>
  );
}
