import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../brands/cdnow-brand.js';
import { readCdnow } from '../orders/cdnow.js';
import { planOf } from '../plan/plan.js';
import { withMadeUpRefunds } from '../refunds/made-up.js';
import { expectedOf } from './expected.js';

const file = readFileSync(new URL('../../data/cdnow-1997.txt', import.meta.url), 'utf8');
const book = withMadeUpRefunds(readCdnow(file), new Date('2026-01-01T00:00:00Z'));
const seriesIds = new Map(cdnowBrand.programs.map(program => [program.name, program.series.name]));

const expectedFrom = (times: number) => {
  const plan = planOf(book, cdnowBrand, { slug: 'cdnow', times });
  const events = [...plan.sales, ...plan.refunds];
  return expectedOf({ ambassadors: plan.ambassadors, events, programs: cdnowBrand.programs, seriesIds });
};

describe('what must come of the CDNOW file', () => {
  const expected = expectedFrom(1);

  it('is what the brand says about its thresholds', () => {
    const reached = (series: string) =>
      [0, 1, 2].map(
        place =>
          expected.ambassadors.filter(one => one.series.name === series && one.unlocks.length > place).length,
      );
    expect([reached('The Listening Room'), reached('The Collection')]).toEqual([
      [342, 186, 91],
      [389, 192, 78],
    ]);
  });

  it('promises a code for every unlock, and a product to everybody at the top of the Collection', () => {
    const rewards = expected.ambassadors.flatMap(one => one.unlocks.flatMap(tier => tier.rewards));
    const many = (type: string) => rewards.filter(reward => reward.type === type).length;
    expect([many('discount_code'), many('shopify_product')]).toEqual([1278, 78]);
    expect(expected.ambassadors.every(one => one.address !== null)).toBe(true);
  });

  it('has a sale row for every sale of a point or more, and a reversal for every refund of one', () => {
    const rows = expected.ambassadors.flatMap(ambassador => ambassador.rows);
    expect(expected.ambassadors).toHaveLength(2357);
    expect(expected.events).toBe(6911 + 414);
    expect(new Set(rows.map(row => row.eventId)).size).toBe(rows.length);
    expect(rows.every(row => (row.kind === 'referral') === row.availableDelta > 0)).toBe(true);
  });

  it('adds up', () => {
    for (const { rows, available } of expected.ambassadors) {
      expect(rows.reduce((sum, row) => sum + row.availableDelta, 0)).toBe(available);
      expect(available).toBeGreaterThanOrEqual(0);
    }
  });

  it('is the same for every copy, under other names', () => {
    const three = expectedFrom(3);
    expect(three.ambassadors).toHaveLength(3 * 2357);
    const points = (suffix: RegExp) =>
      three.ambassadors.filter(one => suffix.test(one.externalId)).map(one => one.available);
    expect(points(/-x3$/)).toEqual(expected.ambassadors.map(one => one.available));
    const ids = three.ambassadors.flatMap(one => one.rows.map(row => row.eventId));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
