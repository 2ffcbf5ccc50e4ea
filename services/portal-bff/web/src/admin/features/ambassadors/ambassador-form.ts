import { type CreateAmbassador, createAmbassador } from '@cairn/contracts/http/ambassador';
import { looksLikeEmail } from '../../../shared/features/email/email.js';

/** Text as it is typed. */
export interface AmbassadorForm {
  name: string;
  email: string;
  programId: string | null;
  externalId: string;
  code: string;
  withAddress: boolean;
  address: AddressForm;
}

export interface AddressForm {
  name: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
}

export const emptyAmbassador: AmbassadorForm = {
  name: '',
  email: '',
  programId: null,
  externalId: '',
  code: '',
  withAddress: false,
  address: { name: '', line1: '', line2: '', city: '', region: '', postalCode: '', country: '', phone: '' },
};

type Errors = Record<string, string>;

/** What POST /ambassadors takes, or what is wrong with each field by the server's path: `address.city`. */
export function readAmbassador(form: AmbassadorForm): { input: CreateAmbassador } | { errors: Errors } {
  const errors: Errors = { ...personErrors(form), ...(form.withAddress ? addressErrors(form.address) : {}) };
  if (Object.keys(errors).length > 0) return { errors };
  const { name, email, programId, externalId, code, withAddress, address } = form;
  const { line2, region, phone, ...needed } = address;
  const input = createAmbassador.safeParse({
    name,
    email: email.trim(),
    programId,
    ...written({ externalId, code: code.trim() }),
    ...(withAddress
      ? {
          address: {
            ...needed,
            name: address.name.trim() || name,
            country: address.country.trim().toUpperCase(),
            ...written({ line2, region, phone }),
          },
        }
      : {}),
  });
  if (input.success) return { input: input.data };
  return {
    errors: Object.fromEntries(input.error.issues.map(issue => [issue.path.join('.'), issue.message])),
  };
}

function personErrors({ name, email, programId, code }: AmbassadorForm): Errors {
  return {
    ...(name.trim() ? {} : { name: 'Write their name.' }),
    ...(looksLikeEmail(email.trim()) ? {} : { email: 'An e-mail address, such as maya@example.com.' }),
    ...(programId ? {} : { programId: 'Choose the program that they join.' }),
    ...(code.trim() && !/^[A-Za-z0-9_-]{2,64}$/.test(code.trim())
      ? { code: '2 to 64 letters, digits, - or _.' }
      : {}),
  };
}

function addressErrors({ line1, city, postalCode, country }: AddressForm): Errors {
  return {
    ...(line1.trim() ? {} : { 'address.line1': 'Write the street and number.' }),
    ...(city.trim() ? {} : { 'address.city': 'Write the city.' }),
    ...(postalCode.trim() ? {} : { 'address.postalCode': 'Write the postal code.' }),
    ...(/^[A-Za-z]{2}$/.test(country.trim()) ? {} : { 'address.country': 'Two letters, such as US or DK.' }),
  };
}

/** Only what was written: an empty field is none. */
function written<Fields extends Record<string, string>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : [])),
  ) as Partial<Fields>;
}
