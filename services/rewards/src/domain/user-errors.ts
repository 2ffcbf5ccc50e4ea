/** One of a mutation's `userErrors`, as Shopify words it. */
export interface UserError {
  field: string[] | null;
  message: string;
  code: string | null;
}

/**
 * What a refusal of a discount means: `taken`, the code exists already, ours or not; `unknown_customer`, the customer
 * that we kept is gone; `passing`, Shopify's own fault; `permanent`, an admin has to see it (domain.md 4.6, 4.7).
 */
export type DiscountRefusal = 'taken' | 'unknown_customer' | 'passing' | 'permanent';

export function judgeDiscountErrors(errors: readonly UserError[]): DiscountRefusal {
  if (errors.some(error => error.code === 'INTERNAL_ERROR')) return 'passing';
  if (errors.every(error => error.code === 'TAKEN' && error.field?.at(-1) === 'code')) return 'taken';
  if (errors.every(error => error.field?.includes('customers'))) return 'unknown_customer';
  return 'permanent';
}

/** An upsert by e-mail that finds it taken lost a race against another upsert of the same person. */
export function isPassingCustomerError(errors: readonly UserError[]): boolean {
  return errors.every(error => error.code === 'TAKEN');
}

/** Shopify's own words, for the admin's queue. */
export function inShopifysWords(errors: readonly UserError[]): string {
  return errors.map(error => error.message).join(' ');
}
