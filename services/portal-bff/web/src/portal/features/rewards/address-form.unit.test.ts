import { describe, expect, it } from '@jest/globals';
import { addressOf, countries, emptyAddress } from './address-form.js';

const typed = {
  ...emptyAddress('Ada'),
  line1: ' 1 Mill Road ',
  city: 'Bath',
  postalCode: 'BA1 1AA',
  country: 'GB',
};

describe('addressOf', () => {
  it('leaves out what was left empty, and spaces round it', () => {
    expect(addressOf(typed)).toEqual({
      address: { name: 'Ada', line1: '1 Mill Road', city: 'Bath', postalCode: 'BA1 1AA', country: 'GB' },
    });
  });

  it.each(['name', 'line1', 'city', 'postalCode', 'country'] as const)('says what is missing: %s', field => {
    expect(addressOf({ ...typed, [field]: ' ' })).toEqual({
      errors: { [field]: expect.stringMatching(/^(Write|Choose) .*\.$/) },
    });
  });

  it('says what is too long', () => {
    expect(addressOf({ ...typed, postalCode: '1'.repeat(31) })).toEqual({
      errors: { postalCode: 'This is too long.' },
    });
  });
});

describe('countries', () => {
  it('are those that parcels go to, by name', () => {
    const all = countries('en-GB');
    expect(all.length).toBeGreaterThan(230);
    expect(all).toContainEqual({ value: 'GB', label: 'United Kingdom' });
    expect(all.map(country => country.value)).not.toContain('EU');
    expect(new Set(all.map(country => country.value)).size).toBe(all.length);
  });
});
