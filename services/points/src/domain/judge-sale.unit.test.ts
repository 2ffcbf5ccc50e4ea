import { describe, expect, it } from '@jest/globals';
import type { BrandCatalog, Membership } from './catalog.js';
import { noSales } from './earlier-sales.js';
import { judgeSale, type Sale } from './judge-sale.js';

const at = (text: string) => Date.parse(text);

const catalog: BrandCatalog = {
  brand: {
    currency: 'USD',
    exponent: 2,
    timezone: 'UTC',
    disclosureTags: [],
    quietAfterDays: 7,
    maxEventAgeDays: 400,
    reviewSamplePercent: 10,
    trustRule: null,
  },
  programs: new Map([
    ['friends', { programId: 'friends', holdDays: 0, referral: { mode: 'fixed', rate: '0.25' } }],
    ['held', { programId: 'held', holdDays: 14, referral: { mode: 'fixed', rate: '0.25' } }],
    ['flat', { programId: 'flat', holdDays: 14, referral: { mode: 'flat', points: 40 } }],
    ['nothing', { programId: 'nothing', holdDays: 0, referral: { mode: 'flat', points: 0 } }],
    ['bare', { programId: 'bare', holdDays: 0, referral: null }],
    ['alone', { programId: 'alone', holdDays: 0, referral: { mode: 'fixed', rate: '1' } }],
  ]),
  series: [
    {
      seriesId: 'climb',
      programs: null,
      programIds: ['friends', 'held', 'bare', 'flat', 'nothing'],
      live: [
        { from: at('2026-01-01T00:00:00Z'), to: at('2026-05-01T00:00:00Z') },
        { from: at('2026-06-01T00:00:00Z'), to: null },
      ],
      endsAt: at('2026-12-01T00:00:00Z'),
    },
  ],
  actions: new Map(),
  campaigns: new Map(),
};

const member = (programId: string): Membership[] => [
  { programId, from: at('2026-01-01T00:00:00Z'), to: null },
];

const sale = (change: Partial<Sale> = {}): Sale => {
  const occurredAt = change.occurredAt ?? at('2026-11-01T10:00:00Z');
  return {
    currency: 'USD',
    netAmount: 10_000,
    occurredAt,
    acceptedAt: occurredAt,
    judgedAs: occurredAt,
    ...change,
  };
};

describe('judging a sale', () => {
  it('2.6 gives floor(net × rate), in the program and series of the time', () => {
    expect(judgeSale(sale(), member('friends'), catalog, noSales)).toEqual({
      kind: 'award',
      points: 25,
      programId: 'friends',
      seriesId: 'climb',
      availableAt: null,
      quiet: false,
      rule: { mode: 'fixed', rate: '0.25' },
    });
  });

  it('2.6 flat gives its points whatever the amount, held as any referral', () => {
    for (const netAmount of [0, 1, 10_000]) {
      expect(judgeSale(sale({ netAmount }), member('flat'), catalog, noSales)).toEqual({
        kind: 'award',
        points: 40,
        programId: 'flat',
        seriesId: 'climb',
        availableAt: at('2026-11-15T10:00:00Z'),
        quiet: false,
        rule: { mode: 'flat', points: 40 },
      });
    }
  });

  it('2.8 holds for the program’s days from the event’s own time', () => {
    expect(judgeSale(sale(), member('held'), catalog, noSales)).toMatchObject({
      availableAt: at('2026-11-15T10:00:00Z'),
    });
  });

  it('1.6 is quiet when accepted more than the brand’s days after it happened', () => {
    const late = (acceptedAt: string) =>
      judgeSale(sale({ acceptedAt: at(acceptedAt) }), member('friends'), catalog, noSales);
    expect(late('2026-11-08T10:00:00Z')).toMatchObject({ quiet: false });
    expect(late('2026-11-08T10:00:01Z')).toMatchObject({ quiet: true });
  });

  it.each<[string, string, Partial<Sale>, Membership[]]>([
    ['not_a_member', 'before they joined', { occurredAt: at('2025-12-31T00:00:00Z') }, member('friends')],
    ['not_a_member', 'of no program', {}, []],
    ['no_rule', 'a program without a rule', {}, member('bare')],
    ['no_live_series', 'a program in no series', {}, member('alone')],
    ['no_live_series', 'in a pause', { occurredAt: at('2026-05-15T00:00:00Z') }, member('friends')],
    ['no_live_series', 'after the end', { occurredAt: at('2026-12-01T00:00:00Z') }, member('friends')],
    [
      'no_live_series',
      'before the end, accepted over 72 hours after it (3.10)',
      { occurredAt: at('2026-11-30T00:00:00Z'), acceptedAt: at('2026-12-04T00:00:01Z') },
      member('friends'),
    ],
    ['currency_mismatch', 'in another currency', { currency: 'EUR' }, member('friends')],
    ['zero_points', 'worth less than a point', { netAmount: 399 }, member('friends')],
    ['zero_points', 'by a flat rule of nothing', {}, member('nothing')],
    ['currency_mismatch', '2.13 before zero_points', { currency: 'EUR' }, member('nothing')],
    ['no_live_series', '2.13 before currency_mismatch', { currency: 'EUR' }, member('alone')],
  ])('2.13 %s: %s', (reason, _, change, memberships) => {
    expect(judgeSale(sale(change), memberships, catalog, noSales)).toEqual({ kind: 'refuse', reason });
  });

  it('3.10 takes what happened before the end and was accepted within 72 hours after it', () => {
    const late = sale({ occurredAt: at('2026-11-30T00:00:00Z'), acceptedAt: at('2026-12-04T00:00:00Z') });
    expect(judgeSale(late, member('friends'), catalog, noSales).kind).toBe('award');
  });

  it('an award beyond 2^53 − 1 points is refused whole, never rounded', () => {
    const rich: BrandCatalog = {
      ...catalog,
      programs: new Map([
        ['friends', { programId: 'friends', holdDays: 0, referral: { mode: 'fixed', rate: '1000' } }],
      ]),
    };
    const huge = sale({ netAmount: Number.MAX_SAFE_INTEGER });
    expect(() => judgeSale(huge, member('friends'), rich, noSales)).toThrow(RangeError);
  });
});
