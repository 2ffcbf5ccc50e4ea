import { Switch, TextInput } from '@mantine/core';
import type { FieldErrors } from '../../api/field-errors.js';
import type { BrandForm } from '../brand-form.js';
import { SettingsSection } from './settings-section.js';

interface ReviewFieldsProps {
  form: BrandForm;
  onChange: (change: Partial<BrandForm>) => void;
  errors: FieldErrors;
  readOnly: boolean;
}

/** Whom the brand trusts by itself, and how much of their work is looked at (domain.md 1.5, 2.2). */
export function ReviewFields({ form, onChange, errors, readOnly }: ReviewFieldsProps) {
  return (
    <SettingsSection
      title="Reviews"
      words="Actions may ask for a review of whoever is not trusted yet; trusted ambassadors get their points at once."
    >
      <TextInput
        label="Sample of trusted work, in percent"
        description="So many of a hundred are looked at after their points came"
        inputMode="numeric"
        value={form.reviewSamplePercent}
        onChange={event => onChange({ reviewSamplePercent: event.currentTarget.value })}
        error={errors.reviewSamplePercent}
        readOnly={readOnly}
      />
      <Switch
        label="Trust by a rule"
        description="So many approved and none rejected make somebody trusted; one rejected ends it"
        checked={form.trustByRule}
        disabled={readOnly}
        onChange={event => onChange({ trustByRule: event.currentTarget.checked })}
      />
      {form.trustByRule && (
        <>
          <TextInput
            label="Approved submissions"
            inputMode="numeric"
            value={form.trustApproved}
            onChange={event => onChange({ trustApproved: event.currentTarget.value })}
            error={errors['trustRule.approved']}
            readOnly={readOnly}
          />
          <TextInput
            label="Within days"
            inputMode="numeric"
            value={form.trustWithinDays}
            onChange={event => onChange({ trustWithinDays: event.currentTarget.value })}
            error={errors['trustRule.withinDays']}
            readOnly={readOnly}
          />
        </>
      )}
    </SettingsSection>
  );
}
