import { toGid } from '../admin/gid.js';
import type { CustomerRecord } from '../shop/records.js';
import { restInstant } from './json.js';

/** A customer as an order's body has it. */
export function customerJson(customer: CustomerRecord, currency: string) {
  const { id, email, phone, firstName, lastName, note, tags, taxExempt, createdAt, updatedAt } = customer;
  return {
    id,
    admin_graphql_api_id: toGid('Customer', id),
    email,
    phone,
    first_name: firstName,
    last_name: lastName,
    state: 'disabled',
    note,
    verified_email: true,
    tax_exempt: taxExempt,
    tax_exemptions: [],
    tags: tags.join(', '),
    currency,
    created_at: restInstant(createdAt),
    updated_at: restInstant(updatedAt),
  };
}
