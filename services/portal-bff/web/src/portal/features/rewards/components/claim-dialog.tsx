import type { RewardCard } from '@cairn/contracts/http/home';
import type { VariantItem } from '@cairn/contracts/http/shop';
import { Button, Modal, Radio, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { ApiProblem } from '../../../../shared/features/http/api-problem.js';
import { type AddressFields, addressOf, countries, emptyAddress } from '../address-form.js';
import { claimReward, rewardChoices } from '../api/claim-reward.js';
import classes from './claim-dialog.module.css';

interface ClaimDialogProps {
  reward: RewardCard;
  name: string;
  locale: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks where a product should go, and which variant where the brand lets the ambassador choose (domain.md 4.5). */
export function ClaimDialog({ reward, name, locale, opened, onClose }: ClaimDialogProps) {
  const [fields, setFields] = useState(() => emptyAddress(name));
  const [variantId, setVariantId] = useState<string | null>(null);
  const [errors, setErrors] = useState<Partial<Record<keyof AddressFields, string>>>({});
  const choices = useQuery({
    queryKey: ['reward-choices', reward.id],
    queryFn: () => rewardChoices(reward.id),
    enabled: opened,
    retry: 1,
  });
  const claim = useMutation({
    mutationFn: (body: Parameters<typeof claimReward>[1]) => claimReward(reward.id, body),
    onSuccess: onClose,
  });
  const variants = choices.data ?? [];
  const choose = variants.length > 1;
  const chosen = choose ? (variantId ?? variants[0]?.id) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = addressOf(fields);
    setErrors('errors' in checked ? checked.errors : {});
    if ('address' in checked)
      claim.mutate({ address: checked.address, ...(chosen === undefined ? {} : { variantId: chosen }) });
  };

  return (
    <Modal.Root opened={opened} onClose={onClose} centered size={480} radius="lg">
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>Where should it go?</Modal.Title>
          <Modal.CloseButton size={36} aria-label="Close" />
        </div>
        <Modal.Body>
          <form onSubmit={submit} noValidate>
            <div className={classes.fields}>
              {choose && <Variants variants={variants} value={chosen ?? ''} onChange={setVariantId} />}
              <AddressInputs fields={fields} errors={errors} locale={locale} onChange={setFields} />
              {claim.error && (
                <p className={classes.failed} role="alert">
                  It was not sent off yet, and what you wrote is still here.{' '}
                  {claim.error instanceof ApiProblem ? claim.error.message : 'Try again in a moment.'}
                </p>
              )}
              <Button type="submit" size="md" fullWidth loading={claim.isPending || choices.isLoading}>
                Send it to me
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Variants(props: { variants: VariantItem[]; value: string; onChange: (id: string) => void }) {
  return (
    <Radio.Group label="Which one would you like?" value={props.value} onChange={props.onChange}>
      <div className={classes.choices}>
        {props.variants.map(variant => (
          <Radio key={variant.id} value={variant.id} label={variant.title} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface AddressInputsProps {
  fields: AddressFields;
  errors: Partial<Record<keyof AddressFields, string>>;
  locale: string;
  onChange: (fields: AddressFields) => void;
}

function AddressInputs({ fields, errors, locale, onChange }: AddressInputsProps) {
  const options = useMemo(() => countries(locale), [locale]);
  const input = (field: keyof AddressFields, label: string, autoComplete: string) => (
    <TextInput
      label={label}
      size="md"
      autoComplete={autoComplete}
      value={fields[field]}
      error={errors[field]}
      onChange={event => onChange({ ...fields, [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {input('name', 'Name', 'name')}
      {input('line1', 'Street and number', 'address-line1')}
      {input('line2', 'Flat, company (optional)', 'address-line2')}
      <div className={classes.pair}>
        {input('postalCode', 'Postal code', 'postal-code')}
        {input('city', 'City', 'address-level2')}
      </div>
      {input('region', 'State or province (optional)', 'address-level1')}
      <Select
        label="Country"
        size="md"
        searchable
        data={options}
        value={fields.country || null}
        error={errors.country}
        nothingFoundMessage="No country of this name"
        onChange={country => onChange({ ...fields, country: country ?? '' })}
      />
      {input('phone', 'Phone for the carrier (optional)', 'tel')}
    </>
  );
}
