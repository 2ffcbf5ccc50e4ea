import type { ReferralRule } from '@cairn/contracts/referral-rule';
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

  it('2.8 of 24 hours each, whatever the clocks of the brand do meanwhile', () => {
    const zoned = { ...catalog, brand: { ...catalog.brand, timezone: 'America/New_York' } };
    const occurredAt = at('2026-10-30T10:00:00Z');
    expect(judgeSale(sale({ occurredAt }), member('held'), zoned, noSales)).toMatchObject({
      availableAt: at('2026-11-13T10:00:00Z'),
    });
  });

  it('2.19 membership and series are those of the later arrival; time and hold are its own', () => {
    const joined = at('2026-11-05T00:00:00Z');
    const came: Membership[] = [{ programId: 'held', from: joined, to: null }];
    expect(judgeSale(sale(), came, catalog, noSales)).toMatchObject({ reason: 'not_a_member' });
    expect(judgeSale(sale({ judgedAs: joined }), came, catalog, noSales)).toMatchObject({
      kind: 'award',
      availableAt: at('2026-11-15T10:00:00Z'),
    });
    const before = at('2026-05-15T00:00:00Z');
    const inThePause = sale({ occurredAt: at('2026-04-30T00:00:00Z'), judgedAs: before });
    expect(judgeSale(inThePause, member('held'), catalog, noSales)).toMatchObject({
      reason: 'no_live_series',
    });
  });

  it('1.2 goes by the membership of its time, of which one ends at the instant at which the next begins', () => {
    const moved = at('2026-11-03T00:00:00Z');
    const memberships: Membership[] = [
      { programId: 'flat', from: at('2026-01-01T00:00:00Z'), to: moved },
      { programId: 'friends', from: moved, to: at('2026-11-10T00:00:00Z') },
    ];
    const programAt = (occurredAt: number) => {
      const verdict = judgeSale(sale({ occurredAt }), memberships, catalog, noSales);
      return verdict.kind === 'award' ? verdict.programId : verdict.reason;
    };
    expect(
      [moved - 1, moved, at('2026-11-10T00:00:00Z') - 1, at('2026-11-10T00:00:00Z')].map(programAt),
    ).toEqual(['flat', 'friends', 'friends', 'not_a_member']);
  });

  it('1.6 is quiet when accepted more than the brand’s days after it happened', () => {
    const late = (acceptedAt: string) =>
      judgeSale(sale({ acceptedAt: at(acceptedAt) }), member('friends'), catalog, noSales);
    expect(late('2026-11-08T10:00:00Z')).toMatchObject({ quiet: false });
    expect(late('2026-11-08T10:00:00.001Z')).toMatchObject({ quiet: true });
    const quietAfter = (quietAfterDays: number | null, acceptedAt: string) =>
      judgeSale(
        sale({ acceptedAt: at(acceptedAt) }),
        member('friends'),
        { ...catalog, brand: { ...catalog.brand, quietAfterDays } },
        noSales,
      );
    expect(quietAfter(null, '2026-11-30T10:00:00Z')).toMatchObject({ quiet: false });
    expect(quietAfter(0, '2026-11-01T10:00:00Z')).toMatchObject({ quiet: false });
    expect(quietAfter(0, '2026-11-01T10:00:00.001Z')).toMatchObject({ quiet: true });
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

  /** In the published order of 2.13; each spoils one part of what a sale is judged by. */
  const faults: [reason: string, spoil: (given: Given) => void][] = [
    [
      'not_a_member',
      given => {
        given.memberships = [];
      },
    ],
    [
      'no_rule',
      given => {
        given.referral = null;
      },
    ],
    [
      'no_live_series',
      given => {
        given.sale.judgedAs = at('2026-05-15T00:00:00Z');
      },
    ],
    [
      'currency_mismatch',
      given => {
        given.sale.currency = 'EUR';
      },
    ],
    [
      'zero_points',
      given => {
        given.sale.netAmount = 399;
      },
    ],
  ];
  interface Given {
    sale: Sale;
    memberships: Membership[];
    referral: ReferralRule | null;
  }
  const subsets = Array.from({ length: 2 ** faults.length - 1 }, (_, bits) =>
    faults.filter((_, index) => ((bits + 1) >> index) & 1),
  );
  it.each(
    subsets.map(subset => [subset[0]![0], subset.map(([reason]) => reason).join(', '), subset] as const),
  )('2.13 the first reason that applies, %s, of %s', (first, _, subset) => {
    const given: Given = {
      sale: sale(),
      memberships: member('friends'),
      referral: { mode: 'fixed', rate: '0.25' },
    };
    for (const [, spoil] of subset) spoil(given);
    const { referral } = given;
    const programs = new Map([['friends', { programId: 'friends', holdDays: 0, referral }]]);
    expect(judgeSale(given.sale, given.memberships, { ...catalog, programs }, noSales)).toEqual({
      kind: 'refuse',
      reason: first,
    });
  });

  it('2.6 an award beyond 2^53 − 1 points is refused whole, never rounded', () => {
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
