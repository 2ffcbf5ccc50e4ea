import { createHash } from 'node:crypto';
import type { Address } from '@cairn/contracts/address';
import { splitName } from '../../domain/person-name.js';
import type { ProductOrder } from '../../domain/product-order.js';
import type { DraftOrderInput, MailingAddressInput } from './operations/create-draft-order.js';

/** One piece of the variant, given away (domain.md 4.5). */
export function draftOrderInput(order: ProductOrder): DraftOrderInput {
  return {
    lineItems: [
      {
        variantId: order.variantGid,
        quantity: 1,
        appliedDiscount: { title: 'Reward', value: 100, valueType: 'PERCENTAGE' },
      },
    ],
    email: order.email,
    note: order.note,
    tags: order.tags,
    shippingAddress: mailingAddress(order.address),
    acceptAutomaticDiscounts: false,
  };
}

/** What a draft was made from, without telling it: another fingerprint is another order. */
export function fingerprintOf(input: DraftOrderInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/** A region of up to three characters is Shopify's code of it, a longer one its name. */
function mailingAddress(address: Address): MailingAddressInput {
  const [firstName, lastName] = splitName(address.name);
  const { region } = address;
  const province = !region
    ? {}
    : /^[A-Za-z0-9]{1,3}$/.test(region)
      ? { provinceCode: region.toUpperCase() }
      : { province: region };
  return {
    firstName,
    lastName,
    address1: address.line1,
    address2: address.line2 || null,
    city: address.city,
    ...province,
    zip: address.postalCode,
    countryCode: address.country,
    phone: address.phone || null,
  };
}
