import type { BrandSpec } from '../brands/brand-spec.js';
import type { PlannedAmbassador, PlannedEvent } from '../plan/plan.js';

const hours = 3_600_000;

export const slug = 'rosewood';

/** A small brand to look at: four tiers, half a point for each dollar, tasks and a campaign. It began sixty days ago. */
export function rosewood(now: Date): BrandSpec {
  return {
    name: 'Rosewood',
    accent: '#8f3b4f',
    disclosureTags: ['#ad', '#gifted'],
    landingUrl: 'https://rosewood.example/',
    timezone: 'America/New_York',
    currency: 'USD',
    maxEventAgeDays: 400,
    quietAfterDays: 7,
    since: ago(now, 60 * 24),
    programs: [
      {
        name: 'Friends',
        category: 'Ambassadors',
        rate: '0.5',
        series: {
          name: 'The Rosewood Circle',
          category: 'Loyalty',
          tiers: [
            {
              name: 'Bronze',
              threshold: 250,
              medal: { preset: 'bronze' },
              description: 'You have begun.',
              rewards: [{ type: 'discount_code', source: 'shopify', percent: 10, expiresInDays: 60 }],
            },
            {
              name: 'Silver',
              threshold: 500,
              medal: { preset: 'silver' },
              description: 'People listen to you.',
              rewards: [
                {
                  type: 'discount_code',
                  source: 'shopify',
                  amount: 1500,
                  minSubtotal: 6000,
                  expiresInDays: 90,
                },
              ],
            },
            {
              name: 'Gold',
              threshold: 1000,
              medal: { preset: 'gold' },
              description: 'One of our closest.',
              rewards: [{ type: 'discount_code', source: 'shopify', percent: 20 }],
            },
            {
              name: 'Rose',
              threshold: 2000,
              medal: { gradient: { colors: ['#8f3b4f', '#e8a0a8', '#f6d9c4'], angle: 140 } },
              description: 'The top of the pile.',
              rewards: [{ type: 'discount_code', source: 'shopify', percent: 35 }],
            },
          ],
        },
      },
    ],
  };
}

/** Who is in it, and what they sold: dollars and how many hours ago. */
const people = [
  { name: 'Ada Fresh', standing: 'just joined', sales: [] },
  {
    name: 'Ben Okafor',
    standing: '120 points, on the way to Bronze',
    sales: [
      [140, 40],
      [100, 9],
    ],
  },
  {
    name: 'Mia Lindgren',
    standing: '760 points, 240 to Gold',
    sales: [
      [510, 90],
      [530, 51],
      [350, 5],
    ],
  },
  {
    name: 'Noor Haddad',
    standing: '2,150 points, at the top',
    sales: [
      [900, 100],
      [1200, 70],
      [800, 33],
      [1400, 4],
    ],
  },
  { name: 'Sam Weiss', standing: 'Silver, and 80 under it after a refund', sales: [[1040, 60]] },
] satisfies { name: string; standing: string; sales: [number, number][] }[];

/** Who runs it, and may sign in to the admin UI. */
export const owner = { name: 'Rosa Ward', email: `rosa@${slug}.example`, role: 'owner' };

/** What tiers give besides their codes, by the tier's name; a product by its sku in the stand-in shop. */
export const gifts: Readonly<Record<string, Gift[]>> = {
  Gold: [{ type: 'shopify_product', sku: 'BTL-750' }],
  Rose: [
    { type: 'manual_product', name: 'Rosewood hamper' },
    {
      type: 'custom',
      title: 'A morning with our founders',
      description: 'Tea, and a look behind the scenes.',
    },
  ],
};

export type Gift = ShopGift | HandGift;

interface ShopGift {
  type: 'shopify_product';
  sku: string;
}

type HandGift =
  | { type: 'manual_product'; name: string }
  | { type: 'custom'; title: string; description: string };

/** Where Noor's parcel goes. */
export const address = {
  name: 'Noor Haddad',
  line1: '48 Orchard Street',
  city: 'New York',
  region: 'NY',
  postalCode: '10002',
  country: 'US',
};

export const actions = [
  {
    category: 'social_post',
    name: 'Post a story',
    points: 40,
    limit: { count: 3, per: 'week' },
    disclosureRequired: true,
  },
  { category: 'product_review', name: 'Review a product', points: 15, limit: { count: 1, per: 'day' } },
  { category: 'upload_content', name: 'Share a photo', points: 20, limit: { count: 5, per: 'month' } },
];

/** It began ten days ago and runs for another forty. */
export const campaign = (now: Date) => ({
  name: 'Autumn picnic',
  joinPoints: 25,
  completionPoints: 100,
  startsAt: ago(now, 10 * 24),
  endsAt: ago(now, -40 * 24),
});

/** The one whose bar a newcomer is shown how to move. */
export const shown = 'mia';

export interface SeedPerson extends PlannedAmbassador {
  standing: string;
}

/** Ambassadors, sales, and one refund, to be sent once the sales' rewards are there. */
export function rosewoodPlan(now: Date) {
  const brand = rosewood(now);
  const ambassadors: SeedPerson[] = people.map(({ name, standing }) => ({
    externalId: idOf(name),
    name,
    standing,
    email: `${idOf(name)}@${slug}.example`,
    program: brand.programs[0]!.name,
    joinedAt: brand.since,
  }));
  const sales: PlannedEvent[] = people.flatMap(({ name, sales: sold }, person) =>
    sold.map(([dollars, hoursAgo]: [number, number], index) => ({
      id: `seed:sale:${idOf(name)}-${index + 1}`,
      type: 'referral.sale' as const,
      occurredAt: ago(now, hoursAgo),
      ambassador: { externalId: idOf(name) },
      data: {
        orderId: orderOf(person, index),
        netAmount: dollars * 100,
        currency: brand.currency,
      },
    })),
  );
  const refund: PlannedEvent = {
    id: 'seed:refund:sam-1',
    type: 'referral.refund',
    occurredAt: ago(now, 2),
    ambassador: { externalId: 'sam' },
    data: { orderId: orderOf(people.length - 1, 0), netAmount: 20_000 },
  };
  return { brand, ambassadors, sales, refunds: [refund] };
}

/** Numbers as a shop gives them: 1001, 1002, … and a hundred for each person. */
function orderOf(person: number, sale: number): string {
  return String(1_001 + person * 100 + sale);
}

function idOf(name: string): string {
  return name.split(' ')[0]!.toLowerCase();
}

function ago(now: Date, hoursAgo: number): string {
  return new Date(now.getTime() - hoursAgo * hours).toISOString();
}
