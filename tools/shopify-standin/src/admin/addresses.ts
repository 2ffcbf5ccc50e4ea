import type { AddressRecord } from '../shop/sale-records.js';
import type { UserError } from './errors.js';
import { toGid } from './gid.js';
import { countryCodeOf, countryName, hasProvince } from './regions.js';

/** `MailingAddressInput`; `country` and `province` are names, deprecated at Shopify and still taken. */
export type AddressInput = { [Field in keyof AddressRecord]?: string | null } & {
  id?: string | null;
  country?: string | null;
};

/**
 * What Shopify refuses of an address, in the words it has for a customer's (a draft's were not recorded). A country
 * code that does not exist never comes here: the schema refuses it.
 */
export function addressErrors(
  input: AddressInput | null | undefined,
  path: string,
  countries: readonly string[],
): UserError[] {
  if (!input) return [];
  const countryCode = codeOf(input, countries);
  const errors: UserError[] = [];
  if (input.country && countryCode === null)
    errors.push({ field: [path, 'country'], message: 'Country is invalid' });
  if (countryCode && input.provinceCode && !hasProvince(countryCode, input.provinceCode))
    errors.push({ field: [path, 'province'], message: 'Province is invalid' });
  if (input.phone && !/^\+?[\d\s().-]{6,20}$/.test(input.phone))
    errors.push({ field: [path, 'phone'], message: 'Phone is invalid' });
  return errors;
}

export function toAddress(
  input: AddressInput | null | undefined,
  countries: readonly string[],
): AddressRecord | null {
  if (!input) return null;
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    firstName: text(input.firstName),
    lastName: text(input.lastName),
    company: text(input.company),
    address1: text(input.address1),
    address2: text(input.address2),
    city: text(input.city),
    province: text(input.province),
    provinceCode: text(input.provinceCode)?.toUpperCase() ?? null,
    countryCode: codeOf(input, countries),
    zip: text(input.zip),
    phone: text(input.phone),
  };
}

/** `MailingAddress` of the schema; `ownerId` is of the draft or order whose it is. */
export function addressNode(address: AddressRecord | null, ownerId: number) {
  if (!address) return null;
  const { province, provinceCode, countryCode, ...fields } = address;
  const country = countryCode === null ? null : countryName(countryCode);
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ') || null;
  const place = [address.city, province ?? provinceCode, address.zip].filter(Boolean).join(' ');
  return {
    __typename: 'MailingAddress',
    id: `${toGid('MailingAddress', ownerId)}?model_name=Address`,
    ...fields,
    name,
    country,
    countryCode,
    countryCodeV2: countryCode,
    provinceCode,
    // Absent where only the code is known: the stand-in has no names of provinces.
    ...(province !== null || provinceCode === null ? { province } : {}),
    coordinatesValidated: false,
    latitude: null,
    longitude: null,
    formattedArea: [address.city, province ?? provinceCode, country].filter(Boolean).join(', ') || null,
    formatted: ({ withName, withCompany }: { withName?: boolean; withCompany?: boolean }) =>
      [
        withName ? name : null,
        withCompany ? address.company : null,
        address.address1,
        address.address2,
        place,
        country,
      ].filter(Boolean),
  };
}

function codeOf(input: AddressInput, countries: readonly string[]): string | null {
  return input.countryCode ?? (input.country ? countryCodeOf(input.country, countries) : null);
}
