import { describe, expect, it } from '@jest/globals';
import { type DecidedSubmission, type Trust, trustByRule } from './trust.js';

const rule = { approved: 3, withinDays: 30 };
const day = (n: number) => Date.parse('2026-06-01T00:00:00Z') + n * 86_400_000;
const approved = (...days: number[]): DecidedSubmission[] =>
  days.map(n => ({ at: day(n), status: 'approved' }));
const rejected = (n: number): DecidedSubmission => ({ at: day(n), status: 'rejected' });
const byRule = (trust: Trust['trust']): Trust => ({ trust, setBy: 'rule' });

describe('1.5 trust by the brand’s rule: 3 approved and none rejected in 30 days', () => {
  it.each<[string, Trust, DecidedSubmission[], Trust['trust']]>([
    ['nothing decided', byRule('new'), [], 'new'],
    ['one too few', byRule('new'), approved(1, 2), 'new'],
    ['enough', byRule('new'), approved(1, 2, 3), 'trusted'],
    ['enough, in any order', byRule('standard'), approved(3, 1, 2), 'trusted'],
    ['one of them is too old by the newest', byRule('new'), approved(1, 30, 31), 'new'],
    ['all of them just in the days', byRule('new'), approved(1, 30, 30.9), 'trusted'],
    ['one rejected among them', byRule('new'), [...approved(1, 2, 3), rejected(2)], 'new'],
    ['one rejected before the days', byRule('new'), [...approved(31, 32, 33), rejected(1)], 'trusted'],
    ['a newer one rejected first', byRule('new'), [...approved(1, 2, 3), rejected(9)], 'new'],
    ['trusted, and one rejected', byRule('trusted'), [...approved(1, 2, 3), rejected(4)], 'standard'],
    ['trusted, and few since', byRule('trusted'), approved(1, 90), 'trusted'],
    ['an admin said new', { trust: 'new', setBy: 'admin' }, approved(1, 2, 3), 'new'],
    ['an admin said trusted', { trust: 'trusted', setBy: 'admin' }, [rejected(1)], 'trusted'],
  ])('1.5 %s', (_, current, decided, trust) => {
    expect(trustByRule(current, rule, decided).trust).toBe(trust);
  });

  it('1.5 without a rule nothing moves', () => {
    expect(trustByRule(byRule('new'), null, approved(1, 2, 3))).toEqual(byRule('new'));
  });
});
