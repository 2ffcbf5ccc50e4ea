import { describe, expect, it } from '@jest/globals';
import { type DemoResult, isWell } from '../demo-result.js';
import { countNotSent } from './not-sent.js';
import { summaryOf } from './summary.js';

const nothing = { rows: 0, unlocks: 0, codes: 0, orders: 0, mails: 0, points: 0 };

const result: DemoResult = {
  brand: { id: 'b1', slug: 'cdnow', timezone: 'America/New_York', shop: 'cairn-1.example' },
  ambassadors: 2357,
  sent: 7325,
  accepted: 7325,
  rejected: [],
  takenASecond: 5000,
  judgedASecond: 2000,
  notSent: countNotSent([
    { reason: 'price_zero', customer: '0001', example: 'one' },
    { reason: 'no_customer', customer: null, example: 'two' },
    { reason: 'no_customer', customer: null, example: 'three' },
  ]),
  totals: { rows: 7300, unlocks: 1278, codes: 1278, orders: 78, mails: 1278, points: 198506 },
  added: null,
  completedBefore: false,
  lateMails: 0,
  openDrafts: 0,
  differences: [],
  links: [{ standing: 'at the top, 400 points', name: 'Customer 0001', url: 'http://127.0.0.1/x?token=1' }],
};

describe('the summary', () => {
  it('says what was sent, what came of it, what was not sent and why', () => {
    const text = summaryOf(result);
    for (const words of [
      '7,325',
      '198,506',
      '1,278',
      '78',
      'no customer',
      'two',
      'token=1',
      'Everybody equal',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('counts drafts that never became orders, which are no difference', () => {
    expect(summaryOf(result)).not.toContain('drafts');
    expect(summaryOf({ ...result, openDrafts: 2 })).toContain('78, and 2 drafts that became none');
  });

  it('names differences', () => {
    const differences = [{ kind: 'mail_missing' as const, ambassador: 'customer-0001', detail: 'no mail' }];
    expect(summaryOf({ ...result, differences })).toContain('customer-0001 mail_missing: no mail');
    expect(isWell({ ...result, differences })).toBe(false);
  });

  it('is not well when a run that should change nothing did, or an event was rejected', () => {
    expect(isWell({ ...result, added: nothing, completedBefore: true })).toBe(true);
    expect(isWell({ ...result, added: { ...nothing, rows: 1 }, completedBefore: true })).toBe(false);
    expect(isWell({ ...result, rejected: [{ id: 'x', code: 'bad', errors: '' }] })).toBe(false);
  });
});
