import { type Address, address } from '@cairn/contracts/address';

export type AddressFields = Record<keyof Address, string>;

export const emptyAddress = (name: string): AddressFields => ({
  name,
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  country: '',
  phone: '',
});

const missing: Partial<Record<keyof Address, string>> = {
  name: 'Write the name for the parcel.',
  line1: 'Write street and number.',
  city: 'Write the city.',
  postalCode: 'Write the postal code.',
  country: 'Choose the country.',
};

/**
 * What was typed as an address, without what was left empty (api.md, Shapes).
 * @returns the address, or what to mend by field.
 */
export function addressOf(
  fields: AddressFields,
): { address: Address } | { errors: Partial<Record<keyof Address, string>> } {
  const filled = Object.entries(fields).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  const parsed = address.safeParse(Object.fromEntries(filled));
  if (parsed.success) return { address: parsed.data };
  const errors = parsed.error.issues.map(issue => {
    const field = issue.path[0] as keyof Address;
    return [field, fields[field].trim() === '' ? missing[field] : 'This is too long.'] as const;
  });
  return { errors: Object.fromEntries(errors) };
}

/** Every country that the runtime can name, by its ISO 3166-1 alpha-2 code, as the reader's language writes it. */
export function countries(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap(first => letters.map(second => first + second))
    .flatMap(code => {
      const label = retired.has(code) ? undefined : names.of(code);
      return label === undefined ? [] : [{ value: code, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** Named by CLDR, and no country that anything is sent to: unions, pseudo-regions, and states that are no more. */
const retired = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TP UK UN VD XA XB XK YD YU ZR ZZ TA'.split(
    ' ',
  ),
);
