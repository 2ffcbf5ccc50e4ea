import type { ProductRecord, VariantRecord } from './product-records.js';

/** A variant with the product it is of. */
export interface OwnedVariant {
  product: ProductRecord;
  variant: VariantRecord;
}

/** A shop's products in memory, with the index from variants to their products. */
export class Catalogue {
  readonly #products = new Map<number, ProductRecord>();
  readonly #productOfVariant = new Map<number, number>();

  /** Oldest first. */
  get products(): ReadonlyMap<number, ProductRecord> {
    return this.#products;
  }

  variant(id: number): OwnedVariant | undefined {
    const product = this.#products.get(this.#productOfVariant.get(id) ?? Number.NaN);
    const variant = product?.variants.find(one => one.id === id);
    return product && variant ? { product, variant } : undefined;
  }

  /** Oldest first. */
  variants(): OwnedVariant[] {
    return [...this.#products.values()]
      .flatMap(product => product.variants.map(variant => ({ product, variant })))
      .sort((a, b) => a.variant.id - b.variant.id);
  }

  put(product: ProductRecord): void {
    for (const { id } of this.#products.get(product.id)?.variants ?? []) this.#productOfVariant.delete(id);
    this.#products.set(product.id, product);
    for (const { id } of product.variants) this.#productOfVariant.set(id, product.id);
  }

  /** Takes `quantity` pieces; a variant that is gone meanwhile has none to take. */
  take(variantId: number, quantity: number, now: number): void {
    const owned = this.variant(variantId);
    if (!owned) return;
    const variants = owned.product.variants.map(variant =>
      variant.id === variantId
        ? { ...variant, inventoryQuantity: variant.inventoryQuantity - quantity, updatedAt: now }
        : variant,
    );
    this.put({ ...owned.product, variants, updatedAt: now });
  }
}

export function isAvailable({ inventoryPolicy, inventoryQuantity }: VariantRecord, quantity = 1): boolean {
  return inventoryPolicy === 'CONTINUE' || inventoryQuantity >= quantity;
}
