import type { CustomerRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import type { UserError } from './errors.js';

/** What a customer mutation may set; undefined leaves a field as it is. */
export interface CustomerInput {
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  note?: string | null;
  locale?: string | null;
  tags?: string[] | null;
  taxExempt?: boolean | null;
}

export type CustomerFields = Omit<CustomerRecord, 'id' | 'createdAt' | 'updatedAt'>;

const BLANK: CustomerFields = {
  email: null,
  phone: null,
  firstName: null,
  lastName: null,
  note: null,
  locale: 'en',
  tags: [],
  taxExempt: false,
};

/** Shopify drops white space inside an e-mail address, wherever it is. */
export function normaliseEmail(email: string): string {
  return email.replace(/\s+/g, '');
}

export function normalisePhone(phone: string): string {
  return phone.replace(/[\s().-]+/g, '');
}

/** `input` laid over what the customer was. */
export function mergeCustomer(before: CustomerRecord | undefined, input: CustomerInput): CustomerFields {
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...known
  } = before ?? { ...BLANK, id: 0, createdAt: 0, updatedAt: 0 };
  return {
    ...known,
    ...(input.email === undefined ? {} : { email: input.email ? normaliseEmail(input.email) || null : null }),
    ...(input.phone === undefined ? {} : { phone: input.phone ? normalisePhone(input.phone) || null : null }),
    ...(input.firstName === undefined ? {} : { firstName: input.firstName || null }),
    ...(input.lastName === undefined ? {} : { lastName: input.lastName || null }),
    ...(input.note === undefined ? {} : { note: input.note || null }),
    ...(input.locale ? { locale: input.locale } : {}),
    ...(input.tags ? { tags: [...new Set(input.tags.map(tag => tag.trim()).filter(Boolean))].sort() } : {}),
    ...(typeof input.taxExempt === 'boolean' ? { taxExempt: input.taxExempt } : {}),
  };
}

/**
 * Shopify's checks of a customer, with its messages. `path` is what its field paths begin with: nothing for
 * customerCreate, `input` for customerSet.
 */
export function customerUserErrors(
  shop: Shop,
  customer: CustomerFields,
  ownId: number | undefined,
  path: readonly string[],
): UserError[] {
  const errors: UserError[] = [];
  const refuse = (field: string, message: string, code: string) =>
    errors.push({ field: [...path, field], message, code });
  const isTaken = (other: CustomerRecord | undefined) => other !== undefined && other.id !== ownId;

  if (!customer.email && !customer.phone && !customer.firstName && !customer.lastName) {
    const message = 'A name, phone number, or email address must be present';
    return [{ field: path.length > 0 ? [...path] : null, message, code: 'INVALID' }];
  }
  if (customer.email) {
    if (customer.email.length > 255)
      refuse('email', 'Email is too long (maximum is 255 characters)', 'TOO_LONG');
    if (!/^[^@]{1,64}@[^@.]+(\.[^@.]+)+$/.test(customer.email))
      refuse('email', 'Email is invalid', 'INVALID');
    else if (isTaken(shop.customerByEmail(customer.email)))
      refuse('email', 'Email has already been taken', 'TAKEN');
  }
  if (customer.phone) {
    if (!/^\+[1-9]\d{6,14}$/.test(customer.phone)) refuse('phone', 'Phone is invalid', 'INVALID');
    else if (isTaken(shop.customerByPhone(customer.phone)))
      refuse('phone', 'Phone has already been taken', 'TAKEN');
  }
  if ((customer.firstName?.length ?? 0) > 255) {
    refuse('firstName', 'First name is too long (maximum is 255 characters)', 'TOO_LONG');
  }
  if ((customer.lastName?.length ?? 0) > 255) {
    refuse('lastName', 'Last name is too long (maximum is 255 characters)', 'TOO_LONG');
  }
  if ((customer.note?.length ?? 0) > 5000)
    refuse('note', 'Note is too long (maximum is 5000 characters)', 'TOO_LONG');
  if (customer.tags.some(tag => tag.length > 255)) {
    refuse('tags', 'Tags is too long (maximum is 255 characters)', 'TOO_LONG');
  }
  return errors;
}
