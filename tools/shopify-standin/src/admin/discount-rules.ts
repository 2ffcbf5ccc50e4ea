import type { Shop } from '../shop/shop.js';
import { customerById } from './customers.js';
import { chosenCustomers, type DiscountCodeBasicInput } from './discount-input.js';
import type { UserError } from './errors.js';

const BIGGEST_AMOUNT = 10n ** 18n;
const BIGGEST_INTEGER = 2_147_483_647;

/**
 * What Shopify refuses of a `discountCodeBasicCreate`, in its order, with the codes, field paths and messages that
 * real shops answer (the messages for a missing context, value or items, and for an unknown customer, are ours).
 * A percentage is a fraction from 0 to 1; Shopify takes 0. An end before the start is INVALID at Shopify,
 * although its schema has END_DATE_BEFORE_START_DATE.
 */
export function discountUserErrors(shop: Shop, input: DiscountCodeBasicInput): UserError[] {
  return [
    ...titleErrors(input.title),
    ...codeErrors(shop, input.code),
    ...periodErrors(input),
    ...buyerErrors(shop, input),
    ...minimumErrors(input),
    ...valueErrors(input),
    ...usageErrors(input),
  ];
}

function refuse(path: string, message: string, code: string): UserError {
  return { field: ['basicCodeDiscount', ...path.split('.')], message, code };
}

function titleErrors(title: string | null | undefined): UserError[] {
  if (!title || title.trim() === '') return [refuse('title', "Title can't be blank", 'BLANK')];
  if (title.length > 255)
    return [refuse('title', 'Title is too long (maximum is 255 characters)', 'TOO_LONG')];
  return [];
}

function codeErrors(shop: Shop, code: string | null | undefined): UserError[] {
  if (code === undefined || code === null) return [refuse('code', "Code can't be blank", 'BLANK')];
  if (code.trim() === '') return [refuse('code', 'Code is too short (minimum is 1 character)', 'TOO_SHORT')];
  if (/[\r\n]/.test(code)) return [refuse('code', 'Code cannot contain newline characters.', 'INVALID')];
  if (code.length > 255) return [refuse('code', 'Code is too long (maximum is 255 characters)', 'TOO_LONG')];
  if (shop.discountByCode(code)) {
    return [refuse('code', 'Code must be unique. Please try a different code.', 'TAKEN')];
  }
  return [];
}

function periodErrors({ startsAt, endsAt }: DiscountCodeBasicInput): UserError[] {
  if (startsAt === undefined || startsAt === null)
    return [refuse('startsAt', "Starts at can't be blank", 'BLANK')];
  if (typeof endsAt === 'number' && endsAt <= startsAt) {
    return [refuse('endsAt', 'Ends at needs to be after starts_at', 'INVALID')];
  }
  return [];
}

function buyerErrors(shop: Shop, input: DiscountCodeBasicInput): UserError[] {
  if (input.context && input.customerSelection) {
    return [refuse('context', 'Only one of context or customerSelection can be provided.', 'INVALID')];
  }
  const chosen = chosenCustomers(input);
  if (chosen === undefined) return [refuse('context', "Context can't be blank", 'BLANK')];
  const path = input.context ? 'context.customers.add' : 'customerSelection.customers.add';
  return (chosen ?? [])
    .filter(gid => !customerById(shop, gid))
    .map(gid => refuse(path, `Customer with id: ${gid.split('/').at(-1)} is invalid`, 'INVALID'));
}

function minimumErrors({ minimumRequirement: minimum }: DiscountCodeBasicInput): UserError[] {
  const subtotal = minimum?.subtotal?.greaterThanOrEqualToSubtotal;
  const quantity = minimum?.quantity?.greaterThanOrEqualToQuantity;
  const subtotalPath = 'minimumRequirement.subtotal.greaterThanOrEqualToSubtotal';
  const quantityPath = 'minimumRequirement.quantity.greaterThanOrEqualToQuantity';
  if (minimum?.subtotal && minimum.quantity) {
    return [
      refuse(subtotalPath, 'Minimum subtotal cannot be defined when minimum quantity is.', 'CONFLICT'),
      refuse(quantityPath, 'Minimum quantity cannot be defined when minimum subtotal is.', 'CONFLICT'),
    ];
  }
  if (quantity && Number(quantity) >= BIGGEST_INTEGER) {
    return [refuse(quantityPath, `Minimum quantity must be less than ${BIGGEST_INTEGER}`, 'LESS_THAN')];
  }
  if (subtotal && Number(subtotal) >= BIGGEST_AMOUNT) {
    return [refuse(subtotalPath, `Minimum subtotal must be less than ${BIGGEST_AMOUNT}`, 'LESS_THAN')];
  }
  return [];
}

function valueErrors({ customerGets }: DiscountCodeBasicInput): UserError[] {
  const value = customerGets?.value;
  if (value?.discountOnQuantity) {
    const message = 'discountOnQuantity field is only permitted with bxgy discounts.';
    return [refuse('customerGets.value.discountOnQuantity', message, 'INVALID')];
  }
  if (customerGets?.items?.all !== true)
    return [refuse('customerGets.items', "Items can't be blank", 'BLANK')];
  const percentage = value?.percentage;
  const amount = value?.discountAmount?.amount;
  if (typeof percentage === 'number') {
    const isInside = percentage >= 0 && percentage <= 1;
    if (isInside) return [];
    return [
      refuse('customerGets.value.percentage', 'Value must be between 0.0 and 1.0', 'VALUE_OUTSIDE_RANGE'),
    ];
  }
  if (typeof amount !== 'string') return [refuse('customerGets.value', "Value can't be blank", 'BLANK')];
  const path = 'customerGets.value.discountAmount.amount';
  if (Number(amount) < 0)
    return [refuse(path, 'Value must be less than or equal to 0', 'LESS_THAN_OR_EQUAL_TO')];
  if (Number(amount) >= BIGGEST_AMOUNT) {
    return [refuse(path, `Value must be greater than -${BIGGEST_AMOUNT}`, 'LESS_THAN')];
  }
  return [];
}

function usageErrors({ usageLimit }: DiscountCodeBasicInput): UserError[] {
  if (typeof usageLimit !== 'number' || usageLimit > 0) return [];
  return [refuse('usageLimit', 'Usage limit must be greater than 0', 'GREATER_THAN')];
}
