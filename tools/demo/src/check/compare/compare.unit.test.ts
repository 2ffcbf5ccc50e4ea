import { describe, expect, it } from '@jest/globals';
import { cdnowBrand } from '../../brands/cdnow-brand.js';
import { type Expected, expectedOf } from '../expected.js';
import type { Observed, ObservedAmbassador } from '../observed.js';
import { compare } from './compare.js';

const at = '2026-01-01T00:00:00.000Z';
const email = 'ann@cdnow.example';
const program = cdnowBrand.programs[0];

const sale = (id: string, netAmount: number) => ({
  id,
  type: 'referral.sale' as const,
  occurredAt: at,
  ambassador: { externalId: 'ann' },
  data: { orderId: id, netAmount, currency: 'USD' },
});

/** Ann buys for 120 and 90 dollars: 60 and 45 points, past Single (40) and Album (75); then half of 120 goes back. */
const expected: Expected = expectedOf({
  ambassadors: [{ externalId: 'ann', name: 'Ann', email, program: program.name, joinedAt: at }],
  events: [
    sale('s1', 12_000),
    sale('s2', 9_000),
    { ...sale('r1', 6_000), type: 'referral.refund', data: { orderId: 's1', netAmount: 6_000 } },
  ],
  programs: cdnowBrand.programs,
  seriesIds: new Map([[program.name, 'series-1']]),
});

const row = (eventId: string, seq: number, kind: string, availableDelta: number) => ({
  eventId,
  seq,
  kind,
  pendingDelta: 0,
  availableDelta,
  seriesId: 'series-1',
});

const discount = { emails: [email], percent: null, amount: null, minSubtotal: null, lastsDays: null };
const mail = (id: string, tier: string, codes: string[]) => ({
  id,
  time: at,
  subject: `You reached ${tier}`,
  codes,
});

const reward = (tier: string, code: string) => ({
  id: `of-${tier}`,
  tier,
  cycle: 1,
  type: 'discount_code',
  status: 'issued',
  code,
  orderName: null,
});

const ann = (): ObservedAmbassador => ({
  email,
  balance: { available: 75, pending: 0 },
  ledger: [row('r1', 3, 'reversal', -30), row('s2', 2, 'referral', 45), row('s1', 1, 'referral', 60)],
  progress: {
    series: { id: 'series-1', name: 'The Listening Room' },
    cycle: 1,
    points: 75,
    pending: 0,
    currentTier: 'Album',
    nextTier: 'Box Set',
    tiers: [
      { name: 'Single', threshold: 40, unlocked: true, deficit: 0 },
      { name: 'Album', threshold: 75, unlocked: true, deficit: 0 },
      { name: 'Box Set', threshold: 150, unlocked: false, deficit: 0 },
    ],
  },
  unlocks: [
    { seriesId: 'series-1', cycle: 1, tier: 'Album', unlockedAt: at },
    { seriesId: 'series-1', cycle: 1, tier: 'Single', unlockedAt: at },
  ],
  rewards: [reward('Album', 'CODE-A'), reward('Single', 'CODE-S')],
  discounts: [
    { ...discount, code: 'CODE-S', percent: 5, lastsDays: 60 },
    { ...discount, code: 'CODE-A', amount: 500, minSubtotal: 2500, lastsDays: 90.04 },
  ],
  orders: [],
  mails: [mail('m1', 'Single', ['CODE-S']), mail('m2', 'Album', ['CODE-A'])],
});

const nothing: Observed = { ambassadors: new Map(), strayDiscounts: [], strayOrders: [], openDrafts: 0 };

const seenWith = (change: (ann: ObservedAmbassador) => void): Observed => {
  const person = ann();
  change(person);
  return { ...nothing, ambassadors: new Map([['ann', person]]) };
};
const kinds = (observed: Observed) => compare(expected, observed).map(difference => difference.kind);
const foundIn = (change: (ann: ObservedAmbassador) => void) => kinds(seenWith(change));

describe('the check', () => {
  it('finds nothing where everything is as it must be', () => {
    expect(
      compare(
        expected,
        seenWith(() => {}),
      ),
    ).toEqual([]);
  });

  it('finds one changed ledger row', () => {
    expect(foundIn(a => (a.ledger[0]!.availableDelta = -29))).toEqual([
      'ledger_row_missing',
      'ledger_row_extra',
    ]);
  });

  it('finds a row that counts in another series, or in none', () => {
    expect(foundIn(a => (a.ledger[1]!.seriesId = null))).toEqual(['ledger_row_missing', 'ledger_row_extra']);
  });

  it('finds a missing row, and the hole in the numbers', () => {
    expect(foundIn(a => a.ledger.splice(1, 1))).toEqual(['ledger_row_missing', 'ledger_numbers']);
  });

  it('finds an extra row, also one that is a copy', () => {
    expect(foundIn(a => a.ledger.push(row('s1', 4, 'referral', 60)))).toEqual(['ledger_row_extra']);
  });

  it('finds a balance that is not the sum', () => {
    expect(foundIn(a => (a.balance.available = 76))).toEqual(['balance']);
    expect(foundIn(a => (a.balance.pending = 1))).toEqual(['balance']);
  });

  it('finds a bar that stands elsewhere', () => {
    expect(foundIn(a => (a.progress.points = 74))).toEqual(['progress']);
    expect(foundIn(a => (a.progress.tiers[1]!.deficit = 1))).toEqual(['progress']);
    expect(foundIn(a => (a.progress.nextTier = null))).toEqual(['progress']);
  });

  it('finds a missing unlock, an extra one, a second one, and a wrong order', () => {
    expect(foundIn(a => a.unlocks.pop())).toEqual(['unlock_missing']);
    const top = { seriesId: 'series-1', cycle: 1, tier: 'Box Set', unlockedAt: at };
    expect(foundIn(a => a.unlocks.push(top))).toEqual(['unlock_extra']);
    expect(foundIn(a => a.unlocks.push(a.unlocks[0]!))).toEqual(['unlock_extra']);
    expect(foundIn(a => (a.unlocks[0]!.unlockedAt = '2025-01-01T00:00:00.000Z'))).toEqual(['unlock_order']);
  });

  it('finds a missing reward, a second one, and one that was not issued', () => {
    expect(foundIn(a => a.rewards.push({ ...a.rewards[0]!, code: 'CODE-B' }))).toEqual([
      'reward_extra',
      'code_missing_in_shop',
    ]);
    expect(foundIn(a => (a.rewards[0]!.status = 'held'))).toEqual(['reward_not_issued']);
    expect(foundIn(a => a.rewards.shift())).toEqual([
      'reward_missing',
      'code_extra_in_shop',
      'mail_missing',
      'mail_with_wrong_code',
    ]);
  });

  it('finds one second code in the shop', () => {
    expect(foundIn(a => a.discounts.push({ ...a.discounts[0]!, code: 'CODE-S2' }))).toEqual([
      'code_extra_in_shop',
    ]);
    expect(foundIn(a => a.discounts.push({ ...a.discounts[0]! }))).toEqual(['code_twice']);
  });

  it('finds a code that the shop does not hold, or for another person or worth', () => {
    expect(foundIn(a => a.discounts.pop())).toEqual(['code_missing_in_shop']);
    expect(foundIn(a => (a.discounts[0]!.percent = 50))).toEqual(['code_of_another_worth']);
    expect(foundIn(a => (a.discounts[0]!.lastsDays = null))).toEqual(['code_of_another_worth']);
    expect(foundIn(a => (a.discounts[0]!.emails = []))).toEqual(['code_of_another_worth']);
  });

  it('finds a code that is for nobody', () => {
    expect(kinds({ ...seenWith(() => {}), strayDiscounts: ['CODE-X'] })).toEqual(['code_extra_in_shop']);
  });

  it('finds one missing mail', () => {
    expect(foundIn(a => a.mails.pop())).toEqual(['mail_missing']);
  });

  it('finds a second mail', () => {
    expect(foundIn(a => a.mails.push({ ...a.mails[0]!, id: 'm3' }))).toEqual(['mail_twice']);
    expect(foundIn(a => a.mails.push(mail('m3', 'Single', [])))).toEqual(['mail_without_code']);
    expect(foundIn(a => a.mails.push(mail('m3', 'Box Set', [])))).toEqual(['mail_extra']);
  });

  it('finds a wrong code in a mail', () => {
    expect(foundIn(a => (a.mails[0]!.codes = ['CODE-Z']))).toEqual(['mail_missing', 'mail_with_wrong_code']);
    expect(foundIn(a => (a.mails[0]!.codes = []))).toEqual(['mail_missing', 'mail_without_code']);
  });

  it('finds somebody who is missing, and somebody who is too many', () => {
    expect(kinds(nothing)).toEqual(['ambassador_missing']);
    const both = seenWith(() => {});
    both.ambassadors.set('bob', ann());
    expect(kinds(both)).toEqual(['ambassador_extra']);
  });

  it('fails on an empty set', () => {
    const found = compare({ ambassadors: [], events: 0 }, nothing);
    expect(found.map(difference => difference.detail)).toEqual([
      '0 ambassadors to compare',
      '0 events to compare',
      '0 unlocks to compare',
    ]);
  });
});
