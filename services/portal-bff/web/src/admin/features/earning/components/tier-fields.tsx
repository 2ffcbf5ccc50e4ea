import { Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { FieldErrors } from '../../api/field-errors.js';
import { firstTier, mostTiers, type TierForm, type TiersForm } from '../tiers-form.js';
import classes from './tier-fields.module.css';

interface TierFieldsProps {
  form: TiersForm;
  onChange: (change: Partial<TiersForm>) => void;
  errors: FieldErrors;
  /** One major unit of the brand's currency: "$1". */
  unit: string;
}

const metrics = [
  { value: 'sales_count', label: 'How many sales they had before' },
  { value: 'sales_amount', label: 'What their sales before came to' },
  { value: 'order_amount', label: 'The amount of the order' },
];

/** Tiers of a referral rule (domain.md 2.6): each from a figure on, up to the next one's. */
export function TierFields({ form, onChange, errors, unit }: TierFieldsProps) {
  const { metric, lookback, tiers } = form;
  const setTier = (index: number, change: Partial<TierForm>) =>
    onChange({ tiers: tiers.map((tier, at) => (at === index ? { ...tier, ...change } : tier)) });
  return (
    <>
      <div className={classes.row}>
        <Select
          label="By"
          data={metrics}
          value={metric}
          allowDeselect={false}
          onChange={value => onChange({ metric: value as TiersForm['metric'] })}
        />
        {metric !== 'order_amount' && (
          <TextInput
            label="In the last so many days"
            placeholder="Ever"
            inputMode="numeric"
            value={lookback}
            onChange={event => onChange({ lookback: event.currentTarget.value })}
            error={errors.lookback}
          />
        )}
      </div>
      <ol className={classes.tiers} aria-label="Tiers">
        {tiers.map((tier, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier's place is its name
          <li key={index}>
            <TextInput
              label={metric === 'sales_count' ? 'From sales' : 'From amount'}
              inputMode="decimal"
              value={tier.from}
              onChange={event => setTier(index, { from: event.currentTarget.value })}
              error={errors[`tiers.${index}.from`]}
            />
            <SegmentedControl
              aria-label={`What tier ${index + 1} gives`}
              size="xs"
              data={[
                { value: 'points', label: 'Points' },
                { value: 'rate', label: `For every ${unit}` },
              ]}
              value={tier.by}
              onChange={by => setTier(index, { by: by as TierForm['by'] })}
            />
            <TextInput
              label="Gives points"
              inputMode="decimal"
              value={tier.gives}
              onChange={event => setTier(index, { gives: event.currentTarget.value })}
              error={errors[`tiers.${index}.gives`]}
            />
            <CloseButton
              aria-label={`Remove tier ${index + 1}`}
              disabled={tiers.length === 1}
              onClick={() => onChange({ tiers: tiers.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={tiers.length >= mostTiers}
        onClick={() => onChange({ tiers: [...tiers, { ...firstTier, from: '' }] })}
      >
        Add tier
      </Button>
    </>
  );
}
