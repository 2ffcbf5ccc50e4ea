import { instantOf } from '../orders/local-time.js';
import type { DividedBrandSpec } from './brand-spec.js';
import { throwBlanket } from './throw-blanket.js';

/**
 * A record shop with two programs of 1,179 and 1,178 of the file's 2,357 customers.
 *
 * Thresholds: the median customer spent 43 dollars in the 18 months, one in four 105, one in ten 243. So the first
 * tier is for about a third (some 80 dollars), the second for a sixth (some 160), the third for one in fourteen (some
 * 320). Counted over the file, points floored order by order, refunds after all sales: Listeners 342, 186 and 91
 * unlocks, Collectors 389, 192 and 78, in all 1,278, with 1,278 codes and, for the Archive, 78 orders.
 */
export const cdnowBrand: DividedBrandSpec = {
  name: 'CDNOW 1997',
  accent: '#2f5d8a',
  landingUrl: 'https://cdnow.example/',
  timezone: 'America/New_York',
  currency: 'USD',
  maxEventAgeDays: 15_000,
  quietAfterDays: null,
  since: instantOf('1996-12-01', '00:00:00', 'America/New_York'),
  town: { city: 'New York', region: 'NY', postalCode: '10002', country: 'US' },
  programs: [
    {
      name: 'Listeners',
      category: 'Customers',
      rate: '0.5',
      series: {
        name: 'The Listening Room',
        category: 'Loyalty',
        tiers: [
          {
            name: 'Single',
            threshold: 40,
            medal: { preset: 'bronze' },
            description: 'The first record on the pile.',
            rewards: [{ type: 'discount_code', source: 'shopify', percent: 5, expiresInDays: 60 }],
          },
          {
            name: 'Album',
            threshold: 75,
            medal: { preset: 'silver' },
            description: 'Two sides and no skips.',
            rewards: [
              { type: 'discount_code', source: 'shopify', amount: 500, minSubtotal: 2500, expiresInDays: 90 },
            ],
          },
          {
            name: 'Box Set',
            threshold: 150,
            medal: { preset: 'gold' },
            description: 'Everything they ever recorded.',
            rewards: [{ type: 'discount_code', source: 'shopify', percent: 20 }],
          },
        ],
      },
    },
    {
      name: 'Collectors',
      category: 'Customers',
      rate: '1.25',
      series: {
        name: 'The Collection',
        category: 'Loyalty',
        tiers: [
          {
            name: 'Crate',
            threshold: 100,
            medal: { preset: 'emerald' },
            description: 'A crate of your own.',
            rewards: [{ type: 'discount_code', source: 'shopify', amount: 300, expiresInDays: 45 }],
          },
          {
            name: 'Shelf',
            threshold: 200,
            medal: { preset: 'sapphire' },
            description: 'In order of colour, or of sound.',
            rewards: [
              {
                type: 'discount_code',
                source: 'shopify',
                percent: 12,
                minSubtotal: 2000,
                expiresInDays: 120,
              },
            ],
          },
          {
            name: 'Archive',
            threshold: 400,
            medal: { gradient: { colors: ['#4a2c6a', '#c8963e'], angle: 135 } },
            description: 'People come to you to borrow.',
            rewards: [
              { type: 'discount_code', source: 'shopify', amount: 1500, minSubtotal: 4000 },
              throwBlanket,
            ],
          },
        ],
      },
    },
  ],
};
