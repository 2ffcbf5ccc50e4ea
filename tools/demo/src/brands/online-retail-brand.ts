import { instantOf } from '../orders/local-time.js';
import type { DividedBrandSpec } from './brand-spec.js';
import { throwBlanket } from './throw-blanket.js';

/**
 * A gift shop that sells to small shops; its customers spend far more than a record shop's, and in five days.
 *
 * Thresholds, from the file of December 2010 (265 buyers, the median spent 295 pounds, one in ten 856): Shopkeepers
 * 95, 45 and 17 unlocks at half a point a pound, Makers 84, 26 and 6 at four fifths, before cancellations and less
 * what flooring line by line takes.
 */
export const onlineRetailBrand: DividedBrandSpec = {
  name: 'Online Retail 2010',
  accent: '#7a4b1e',
  landingUrl: 'https://online-retail.example/',
  timezone: 'Europe/London',
  currency: 'GBP',
  maxEventAgeDays: 15_000,
  quietAfterDays: null,
  since: instantOf('2009-01-01', '00:00:00', 'Europe/London'),
  town: { city: 'London', postalCode: 'E1 6AN', country: 'GB' },
  programs: [
    {
      name: 'Shopkeepers',
      category: 'Wholesale',
      rate: '0.5',
      series: {
        name: 'High Street',
        category: 'Loyalty',
        tiers: [
          {
            name: 'Stall',
            threshold: 100,
            medal: { preset: 'bronze' },
            description: 'A table in the market.',
            rewards: [{ type: 'discount_code', source: 'shopify', percent: 5, expiresInDays: 60 }],
          },
          {
            name: 'Corner Shop',
            threshold: 200,
            medal: { preset: 'silver' },
            description: 'A door with a bell.',
            rewards: [
              {
                type: 'discount_code',
                source: 'shopify',
                amount: 1000,
                minSubtotal: 10_000,
                expiresInDays: 90,
              },
            ],
          },
          {
            name: 'Emporium',
            threshold: 500,
            medal: { preset: 'gold' },
            description: 'Three floors and a tea room.',
            rewards: [{ type: 'discount_code', source: 'shopify', percent: 15 }],
          },
        ],
      },
    },
    {
      name: 'Makers',
      category: 'Wholesale',
      rate: '0.8',
      series: {
        name: 'The Workshop',
        category: 'Loyalty',
        tiers: [
          {
            name: 'Apprentice',
            threshold: 150,
            medal: { preset: 'emerald' },
            description: 'Your own bench.',
            rewards: [{ type: 'discount_code', source: 'shopify', amount: 750, expiresInDays: 45 }],
          },
          {
            name: 'Journeyman',
            threshold: 300,
            medal: { preset: 'sapphire' },
            description: 'Your own tools.',
            rewards: [
              {
                type: 'discount_code',
                source: 'shopify',
                percent: 10,
                minSubtotal: 15_000,
                expiresInDays: 120,
              },
            ],
          },
          {
            name: 'Master',
            threshold: 800,
            medal: { gradient: { colors: ['#7a4b1e', '#e0b15a', '#f5e6c8'], angle: 160 } },
            description: 'Your own mark.',
            rewards: [
              { type: 'discount_code', source: 'shopify', amount: 4000, minSubtotal: 20_000 },
              throwBlanket,
            ],
          },
        ],
      },
    },
  ],
};
