import { Button, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changesOf } from '../../api/changes-of.js';
import { type FieldErrors, fieldErrorsOf } from '../../api/field-errors.js';
import { Failure } from '../../layout/components/failure.js';
import { useNotify } from '../../layout/components/notices.js';
import { meKey, useCan } from '../../session/use-me.js';
import { updateBrand } from '../api/settings.js';
import { type Brand, type BrandForm, brandForm, cleanTags, readBrand } from '../brand-form.js';
import { AccentField } from './accent-field.js';
import classes from './brand-fields.module.css';
import { ReviewFields } from './review-fields.js';
import { SettingsSection } from './settings-section.js';

type TextField =
  | 'name'
  | 'landingUrl'
  | 'clicksCountDays'
  | 'recurringDays'
  | 'maxEventAgeDays'
  | 'quietAfterDays';

/** The brand's settings; only what differs is sent. */
export function BrandFields({ brand }: { brand: Brand }) {
  const [form, setForm] = useState(() => brandForm(brand));
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const { save, saving, error } = useSave(saved => setForm(brandForm(saved)));
  const canWrite = useCan('write');
  const set = (change: Partial<BrandForm>) => setForm(now => ({ ...now, ...change }));
  const errors: FieldErrors = { ...fieldErrorsOf(error), ...mistakes };
  const changed = JSON.stringify(form) !== JSON.stringify(brandForm(brand));
  const submit = () => {
    const read = readBrand(form);
    setMistakes('errors' in read ? read.errors : {});
    if ('input' in read) save(changesOf(brand, read.input));
  };
  const text = (name: TextField) => ({
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
    error: errors[name],
    readOnly: !canWrite,
  });
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <SettingsSection title="Brand" words="What ambassadors see on their portal and in their mails.">
          <TextInput label="Name" {...text('name')} />
          <AccentField
            value={form.accent}
            onChange={accent => set({ accent })}
            readOnly={!canWrite}
            error={errors.accent}
            name={form.name}
          />
        </SettingsSection>
        <SettingsSection
          title="Time"
          words="Days, weeks and months of limits begin in this zone, and windows are shown in it."
        >
          <Select
            label="Time zone"
            data={zones(brand.timezone)}
            value={form.timezone}
            onChange={timezone => timezone && set({ timezone })}
            searchable
            allowDeselect={false}
            readOnly={!canWrite}
            nothingFoundMessage="No zone of that name"
            error={errors.timezone}
          />
          <TextInput
            label="Currency"
            value={brand.currency}
            readOnly
            description="Fixed: awards were made in it"
          />
        </SettingsSection>
        <SettingsSection title="Referrals" words="Where an ambassador’s link leads, and whose an order is.">
          <TextInput
            label="Landing page"
            type="url"
            placeholder="https://rosewood.example"
            description="The link adds who sent them; empty, ambassadors share their code alone"
            {...text('landingUrl')}
          />
          <TextInput
            label="Clicks are remembered for, in days"
            description="How long a browser that followed a link is known again"
            inputMode="numeric"
            {...text('clicksCountDays')}
            error={errors['attribution.windowDays']}
          />
          <Select
            label="After several clicks the order is"
            description="A code used at checkout comes before any click"
            data={[
              { value: 'last_click', label: 'of whose link was followed last' },
              { value: 'first_click', label: 'of whose link was followed first' },
            ]}
            value={form.clickModel}
            onChange={model => model && set({ clickModel: model as typeof form.clickModel })}
            allowDeselect={false}
            readOnly={!canWrite}
          />
          <Switch
            label="Later orders count too"
            description="An order without a code or a click is of the ambassador who first brought the customer"
            checked={form.recurring}
            disabled={!canWrite}
            onChange={event => set({ recurring: event.currentTarget.checked })}
          />
          {form.recurring && (
            <TextInput
              label="For how long after, in days"
              inputMode="numeric"
              {...text('recurringDays')}
              error={errors['attribution.recurringDays']}
            />
          )}
        </SettingsSection>
        <SettingsSection
          title="Disclosure"
          words="Where an action asks for it, the post must show one of these tags, whole and in any case."
        >
          <TagsInput
            label="Disclosure tags"
            placeholder={form.disclosureTags.length === 0 ? '#ad' : undefined}
            value={form.disclosureTags}
            onChange={tags => set({ disclosureTags: cleanTags(tags) })}
            splitChars={[',', ' ']}
            error={errors.disclosureTags}
            readOnly={!canWrite}
          />
        </SettingsSection>
        <ReviewFields form={form} onChange={set} errors={errors} readOnly={!canWrite} />
        <SettingsSection title="Loading history" words="How events of the past are taken.">
          <TextInput
            label="Oldest event, in days"
            description="An older one is refused"
            inputMode="numeric"
            {...text('maxEventAgeDays')}
          />
          <Switch
            label="Load late events quietly"
            description="What they unlock sends no mail, and its rewards are held for you"
            checked={form.quiet}
            disabled={!canWrite}
            onChange={event => set({ quiet: event.currentTarget.checked })}
          />
          {form.quiet && (
            <TextInput
              label="Late after, in days"
              description="Between an event happening and coming in"
              inputMode="numeric"
              {...text('quietAfterDays')}
            />
          )}
        </SettingsSection>
      </div>
      {error ? <Failure error={error} what="The settings could not be saved" /> : null}
      {canWrite && (
        <div className={classes.save} data-changed={changed || undefined}>
          <span aria-live="polite">{changed ? 'Not saved yet' : 'Everything is saved'}</span>
          <Button variant="default" disabled={!changed || saving} onClick={() => setForm(brandForm(brand))}>
            Discard
          </Button>
          <Button type="submit" disabled={!changed} loading={saving}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

function useSave(onSaved: (brand: Brand) => void) {
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: updateBrand,
    onSuccess: saved => {
      queries.setQueryData(['brand-settings'], saved);
      void queries.invalidateQueries({ queryKey: meKey });
      onSaved(saved);
      notify({ words: 'Settings saved' });
    },
  });
  return { save: mutation.mutate, saving: mutation.isPending, error: mutation.error };
}

/** Every IANA zone that the browser knows, and the brand's own. */
function zones(own: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', own, ...known])].sort();
}
