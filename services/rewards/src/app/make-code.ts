import type { z } from 'zod';
import type { Discount } from '../domain/discount.js';
import { whoseTitle } from '../domain/discount.js';
import { splitName } from '../domain/person-name.js';
import { inShopifysWords, isPassingCustomerError, judgeDiscountErrors } from '../domain/user-errors.js';
import { discountInput } from '../out/shopify/discount-input.js';
import { ShopifyRefusal } from '../out/shopify/failures.js';
import { createDiscountCode } from '../out/shopify/operations/create-discount-code.js';
import { findCustomer } from '../out/shopify/operations/find-customer.js';
import { findDiscountCode } from '../out/shopify/operations/find-discount-code.js';
import type { Operation } from '../out/shopify/operations/operation.js';
import { setCustomer } from '../out/shopify/operations/set-customer.js';

/** Sends one operation to the grant's shop. */
export type Send = <Variables, Data extends z.ZodType>(
  operation: Operation<Variables, Data>,
  variables: Variables,
) => Promise<z.infer<Data>>;

/**
 * The shop's customer for an ambassador: theirs if they are one already, else made. Sent again it finds the same.
 * @returns Shopify's global id. @throws ShopifyRefusal in Shopify's words.
 */
export async function ensureCustomer(send: Send, person: { name: string; email: string }): Promise<string> {
  const found = await send(findCustomer, { email: person.email });
  if (found.customerByIdentifier !== null) return found.customerByIdentifier.id;
  const [firstName, lastName] = splitName(person.name);
  const { customer, userErrors } = (await send(setCustomer, { email: person.email, firstName, lastName }))
    .customerSet;
  if (customer !== null) return customer.id;
  const words = inShopifysWords(userErrors);
  throw isPassingCustomerError(userErrors) ? new Error(`customer: ${words}`) : new ShopifyRefusal(words);
}

/** The customer that we kept is no longer the shop's: look it up again. */
export class UnknownCustomer extends Error {}

/**
 * Makes the code, or finds that an earlier try made it (domain.md 4.6).
 * @returns Shopify's global id of the discount. @throws ShopifyRefusal, UnknownCustomer.
 */
export async function ensureCode(
  send: Send,
  grantId: string,
  discount: Discount,
  customerGid: string,
): Promise<string> {
  const answer = await send(createDiscountCode, { discount: discountInput(discount, customerGid) });
  const { codeDiscountNode, userErrors } = answer.discountCodeBasicCreate;
  if (codeDiscountNode !== null) return codeDiscountNode.id;
  const words = inShopifysWords(userErrors);
  switch (judgeDiscountErrors(userErrors)) {
    case 'taken':
      return await ownCode(send, grantId, discount, words);
    case 'unknown_customer':
      throw new UnknownCustomer(words);
    case 'passing':
      throw new Error(words);
    case 'permanent':
      throw new ShopifyRefusal(words);
  }
}

async function ownCode(send: Send, grantId: string, discount: Discount, words: string): Promise<string> {
  const { code, mark } = discount;
  const { codeDiscountNodeByCode: found } = await send(findDiscountCode, { code });
  if (found === null) throw new Error(`${code} was taken, and is not there`);
  switch (whoseTitle(found.codeDiscount.title, mark, grantId)) {
    case 'ours':
      return found.id;
    case 'former':
      throw new ShopifyRefusal(
        `The shop has ${code} with the terms of the former reward: delete it there, then retry.`,
      );
    case 'foreign':
      throw new ShopifyRefusal(words);
  }
}
