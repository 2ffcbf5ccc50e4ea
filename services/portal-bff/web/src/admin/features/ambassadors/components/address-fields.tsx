import { TextInput } from '@mantine/core';
import type { FieldErrors } from '../../api/field-errors.js';
import { FieldRow } from '../../layout/components/form-dialog.js';
import type { AddressForm } from '../ambassador-form.js';
import classes from './address-fields.module.css';

interface AddressFieldsProps {
  address: AddressForm;
  onChange: (change: Partial<AddressForm>) => void;
  errors: FieldErrors;
  /** Who it is addressed to where no other name is written. */
  namedAs: string;
}

/** Where a product is sent (api.md, Shapes). */
export function AddressFields({ address, onChange, errors, namedAs }: AddressFieldsProps) {
  const field = (name: keyof AddressForm, label: string, placeholder?: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={address[name]}
      onChange={event => onChange({ [name]: event.currentTarget.value })}
      error={errors[`address.${name}`]}
      autoComplete="off"
    />
  );
  return (
    <fieldset className={classes.fields}>
      <legend>Shipping address</legend>
      {field('name', 'Addressed to', namedAs.trim() || 'Their name')}
      {field('line1', 'Street and number')}
      {field('line2', 'Address, second line', 'Optional')}
      <FieldRow>
        {field('postalCode', 'Postal code')}
        {field('city', 'City')}
      </FieldRow>
      <FieldRow>
        {field('region', 'State or region', 'Optional')}
        {field('country', 'Country', 'US')}
      </FieldRow>
      {field('phone', 'Phone', 'Optional')}
    </fieldset>
  );
}
