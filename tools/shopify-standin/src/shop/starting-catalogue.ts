import type { ProductRecord, VariantRecord } from './product-records.js';

/** Of a variant: option value, sku, price, pieces in stock, and what happens when there are none (default DENY). */
type Sold = readonly [string, string, string, number, VariantRecord['inventoryPolicy']?];

interface Offer {
  title: string;
  productType: string;
  description: string;
  tags: readonly string[];
  option: string;
  variants: readonly Sold[];
}

/** What a shop of one variant calls it, as Shopify does. */
export const ONLY_VARIANT = 'Default Title';

const OFFERS: readonly Offer[] = [
  {
    title: 'Linen Tote Bag',
    productType: 'Bags',
    description: 'A roomy everyday tote of washed European linen.',
    tags: ['linen', 'everyday'],
    option: 'Color',
    variants: [
      ['Natural', 'TOTE-NAT', '38.00', 120],
      ['Olive', 'TOTE-OLV', '38.00', 64],
      ['Black', 'TOTE-BLK', '38.00', 0],
    ],
  },
  {
    title: 'Stoneware Mug',
    productType: 'Home',
    description: 'Hand-glazed, 350 ml, no two alike.',
    tags: ['ceramics', 'gift'],
    option: 'Color',
    variants: [
      ['Sand', 'MUG-SND', '24.00', 200],
      ['Moss', 'MUG-MOS', '24.00', 85],
    ],
  },
  {
    title: 'Organic Cotton T-Shirt',
    productType: 'Apparel',
    description: 'A heavy, relaxed t-shirt of organic cotton.',
    tags: ['cotton', 'apparel'],
    option: 'Size',
    variants: [
      ['S', 'TEE-S', '42.00', 40],
      ['M', 'TEE-M', '42.00', 75],
      ['L', 'TEE-L', '42.00', 60],
      ['XL', 'TEE-XL', '42.00', 18],
    ],
  },
  {
    title: 'Cedar & Fig Candle',
    productType: 'Home',
    description: 'Soy wax, 45 hours, poured in small batches.',
    tags: ['candle', 'gift'],
    option: 'Size',
    variants: [
      ['180 g', 'CNDL-180', '29.00', 150],
      ['400 g', 'CNDL-400', '52.00', 32],
    ],
  },
  {
    title: 'Merino Beanie',
    productType: 'Apparel',
    description: 'Ribbed, of fine merino wool.',
    tags: ['wool', 'winter'],
    option: 'Color',
    variants: [
      ['Charcoal', 'BEAN-CHA', '34.00', 90],
      ['Rust', 'BEAN-RUS', '34.00', 3],
    ],
  },
  {
    title: 'Insulated Bottle',
    productType: 'Outdoor',
    description: 'Keeps 750 ml cold for a day and hot for twelve hours.',
    tags: ['outdoor', 'everyday'],
    option: 'Title',
    variants: [[ONLY_VARIANT, 'BTL-750', '32.00', 110]],
  },
  {
    title: 'Botanical Hand Cream',
    productType: 'Care',
    description: 'With shea butter and calendula, 75 ml.',
    tags: ['care', 'gift'],
    option: 'Title',
    variants: [[ONLY_VARIANT, 'CREAM-75', '18.00', 240]],
  },
  {
    title: 'Linen Throw Blanket',
    productType: 'Home',
    description: 'Woven to order, so it can be bought before it is in stock.',
    tags: ['linen', 'made-to-order'],
    option: 'Title',
    variants: [[ONLY_VARIANT, 'THROW-130', '96.00', 5, 'CONTINUE']],
  },
];

/**
 * The catalogue that every shop starts with: 8 products with 16 variants, one of them (TOTE-BLK) sold out. Its ids
 * count from `firstId`, each product before its variants.
 */
export function startingCatalogue(firstId: number, vendor: string, now: number): ProductRecord[] {
  let id = firstId;
  return OFFERS.map(({ option, variants, tags, ...offer }) => ({
    id: id++,
    ...offer,
    handle: toHandle(offer.title),
    vendor,
    tags: [...tags].sort(),
    variants: variants.map(([value, sku, price, inventoryQuantity, inventoryPolicy = 'DENY']) => ({
      id: id++,
      title: value,
      sku,
      price,
      inventoryQuantity,
      inventoryPolicy,
      requiresShipping: true,
      selectedOptions: [{ name: option, value }],
      createdAt: now,
      updatedAt: now,
    })),
    createdAt: now,
    updatedAt: now,
  }));
}

export function toHandle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
