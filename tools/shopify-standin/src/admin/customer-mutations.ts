import type { Clock } from '../clock.js';
import type { CustomerRecord } from '../shop/records.js';
import type { Shop } from '../shop/shop.js';
import {
  type CustomerFields,
  type CustomerInput,
  customerUserErrors,
  mergeCustomer,
  normaliseEmail,
  normalisePhone,
} from './customer-rules.js';
import { customerById, customerNode } from './customers.js';
import { notImplemented, refuseUnbuilt, type UserError } from './errors.js';

const BUILT = ['email', 'phone', 'firstName', 'lastName', 'note', 'locale', 'tags', 'taxExempt'];

interface SetIdentifiers {
  id?: string;
  email?: string;
  phone?: string;
  customId?: unknown;
}

/** `customerCreate`: a new customer; an e-mail or phone of another one is refused. */
export function customerCreate(shop: Shop, clock: Clock, args: { input: CustomerInput & { id?: string } }) {
  if (args.input.id) {
    return refused([{ field: ['id'], message: 'Cannot specify ID on creation', code: null }]);
  }
  refuseUnbuilt('CustomerInput', args.input, BUILT);
  const fields = mergeCustomer(undefined, args.input);
  const errors = customerUserErrors(shop, fields, undefined, []);
  return errors.length > 0 ? refused(errors) : accepted(shop, save(shop, clock, undefined, fields));
}

/** `customerSet`: creates, or updates the one that the identifier names; the same call again changes nothing more. */
export function customerSet(
  shop: Shop,
  clock: Clock,
  args: { input: CustomerInput & { id?: string | null }; identifier?: SetIdentifiers | null },
) {
  const { id: inputId, ...input } = args.input;
  const identifier: SetIdentifiers = args.identifier ?? (inputId ? { id: inputId } : {});
  if (identifier.customId !== undefined) throw notImplemented('CustomerSetIdentifiers.customId');
  refuseUnbuilt('CustomerSetInput', input, BUILT);
  if (args.identifier && inputId) {
    return refusedInput('The id field is not allowed if identifier is provided.', 'ID_NOT_ALLOWED');
  }
  const mismatch = identifierError(identifier, input);
  if (mismatch) return mismatch;

  const before = findByIdentifier(shop, identifier);
  if (identifier.id !== undefined && !before) {
    return refusedInput('Resource matching the identifier was not found.', 'NOT_FOUND');
  }
  const fields = mergeCustomer(before, input);
  const errors = customerUserErrors(shop, fields, before?.id, ['input']);
  return errors.length > 0 ? refused(errors) : accepted(shop, save(shop, clock, before, fields));
}

/** An e-mail or phone that identifies must be given in the input too, and be the same. */
function identifierError(identifier: SetIdentifiers, input: CustomerInput) {
  const pairs = [
    [identifier.email, input.email, normaliseEmail],
    [identifier.phone, input.phone, normalisePhone],
  ] as const;
  for (const [identifying, given, normalise] of pairs) {
    if (identifying === undefined) continue;
    if (!given) {
      return refusedInput(
        'The input field corresponding to the identifier is required.',
        'MISSING_FIELD_REQUIRED',
      );
    }
    if (normalise(identifying).toLowerCase() !== normalise(given).toLowerCase()) {
      const message =
        'The identifier value does not match the value of the corresponding field in the input.';
      return refusedInput(message, 'INPUT_MISMATCH');
    }
  }
  return null;
}

function findByIdentifier(shop: Shop, identifier: SetIdentifiers): CustomerRecord | undefined {
  if (identifier.id !== undefined) return customerById(shop, identifier.id);
  if (identifier.email !== undefined) return shop.customerByEmail(normaliseEmail(identifier.email));
  if (identifier.phone !== undefined) return shop.customerByPhone(normalisePhone(identifier.phone));
  return undefined;
}

function save(
  shop: Shop,
  clock: Clock,
  before: CustomerRecord | undefined,
  fields: CustomerFields,
): CustomerRecord {
  const now = clock();
  if (!before) return shop.addCustomer({ ...fields, createdAt: now, updatedAt: now });
  const after = { ...before, ...fields };
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  return shop.putCustomer({ ...after, updatedAt: now });
}

function accepted(shop: Shop, customer: CustomerRecord) {
  return { customer: customerNode(shop, customer), userErrors: [] };
}

function refused(userErrors: UserError[]) {
  return { customer: null, userErrors };
}

function refusedInput(message: string, code: string) {
  return refused([{ field: ['input'], message, code }]);
}
