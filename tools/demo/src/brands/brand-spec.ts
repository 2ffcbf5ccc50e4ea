/** A discount code made in the shop. Money in minor units. */
export interface DiscountCode {
  type: 'discount_code';
  source: 'shopify';
  percent?: number;
  amount?: number;
  minSubtotal?: number;
  expiresInDays?: number;
}

/** A product of the shop, ordered for nothing and sent to the ambassador's address. */
export interface ShopProduct {
  type: 'shopify_product';
  /** Of the variant in the stand-in shop. */
  sku: string;
  /** As people read it. Holds no tier's name, so that a mail's subject tells the one from the other. */
  title: string;
}

export type RewardSpec = DiscountCode | ShopProduct;

export interface TierSpec {
  /** Unlike every other tier's of the brand, so that a mail's subject tells which one it is about. */
  name: string;
  threshold: number;
  medal: { preset: string } | { gradient: { colors: string[]; angle: number } };
  description: string;
  rewards: RewardSpec[];
}

export interface ProgramSpec {
  name: string;
  category: string;
  /** Points for each major unit of net amount, a decimal string. */
  rate: string;
  series: { name: string; category: string; tiers: TierSpec[] };
}

/** A brand as the demo makes it. All of its programs hold for 0 days and all of its series stay at the top. */
export interface BrandSpec {
  name: string;
  accent: string;
  disclosureTags?: string[];
  /** Where its referral links lead. */
  landingUrl: string;
  timezone: string;
  currency: string;
  maxEventAgeDays: number;
  quietAfterDays: number | null;
  /** When everybody joined and every series began: a UTC instant. */
  since: string;
  programs: ProgramSpec[];
}

/** A brand whose customers are divided over two programs. */
export interface DividedBrandSpec extends BrandSpec {
  programs: [ProgramSpec, ProgramSpec];
  /** Where its customers live. */
  town: Town;
}

export interface Town {
  city: string;
  region?: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/**
 * The program of a customer of an order file: odd numbers are in the first, even ones in the second. Numbers were
 * given in no order that has to do with spending, so each gets half of every kind of customer.
 */
export function programOf(brand: DividedBrandSpec, customer: string): ProgramSpec {
  return brand.programs[Number(customer) % 2 === 1 ? 0 : 1];
}
