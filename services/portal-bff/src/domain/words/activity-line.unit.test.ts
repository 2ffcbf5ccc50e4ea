import {
  notAwardedReason,
  parkedReason,
  receiptStatus,
} from '@cairn/contracts/events/points/receipt-changed';
import { describe, expect, it } from '@jest/globals';
import { homeRows, receiptState } from '../../testing/home-rows.js';
import { activityLine } from './activity-line.js';

const reader = homeRows();
const line = (change: Parameters<typeof receiptState>[0]) => activityLine(receiptState(change), reader);

describe('activityLine', () => {
  it.each([
    [{}, 'Sale #o1 · $199.99'],
    [{ order: { id: '#1042', netAmount: 5000, currency: 'USD' } }, 'Sale #1042 · $50'],
    [{ order: { id: 'o1', netAmount: 1234, currency: 'JPY' } }, 'Sale #o1 · ¥1,234'],
    [
      { activity: 'referral.refund' as const, order: { id: 'o1', netAmount: 5050, currency: null } },
      'Refund of #o1 · $50.50',
    ],
    [{ order: null }, 'Sale'],
    [{ activity: 'referral.refund' as const, order: null }, 'Refund'],
  ])('%j is called %s', (change, title) => {
    expect(line(change).title).toBe(title);
  });

  it('2.6 says of an edited order that was raised again that points came with it', () => {
    const raised = { activity: 'referral.refund' as const, status: 'reversed' as const, points: 4 };
    expect(line(raised)).toMatchObject({
      title: 'More in #o1 · $199.99',
      explanation: expect.stringContaining('came again'),
    });
    expect(line({ ...raised, points: -4 }).title).toBe('Refund of #o1 · $199.99');
  });

  it('needs no explanation for points that were given', () => {
    expect(line({})).toMatchObject({ status: 'awarded', points: 19, explanation: null });
  });

  it('says when held points come, by the day where the ambassador is (2.8)', () => {
    const held = { status: 'held' as const, availableAt: '2026-12-03T02:00:00.000Z' };
    expect(line(held).explanation).toBe('On hold while the order can be returned; available on 2 Dec 2026.');
    const inLondon = { ...reader, ambassador: { ...reader.ambassador, timezone: 'Europe/London' } };
    expect(activityLine(receiptState(held), inLondon).explanation).toContain('3 Dec 2026');
  });

  it.each(receiptStatus.options.filter(status => status !== 'awarded'))('explains %s (2.18)', status => {
    const reason =
      status === 'not_awarded' ? 'no_live_series' : status === 'parked' ? 'waits_for_sale' : null;
    expect(line({ status, reason, points: null }).explanation).toMatch(/^[A-Z].*\.$/);
  });

  it.each([...notAwardedReason.options, ...parkedReason.options])(
    'has words of its own for %s (2.13)',
    reason => {
      const words = line({ status: 'not_awarded', reason, points: null }).explanation;
      expect(words).toMatch(/^[A-Z].*\.$/);
      const others = notAwardedReason.options.filter(other => other !== reason);
      for (const other of others) {
        expect(line({ status: 'not_awarded', reason: other, points: null }).explanation).not.toBe(words);
      }
    },
  );

  it.each([...notAwardedReason.options, ...parkedReason.options])(
    '2.13 says of %s why it gave nothing, and then what to do about it',
    reason => {
      for (const activity of ['referral.sale', 'action.completed'] as const) {
        const words = line({ status: 'not_awarded', reason, activity, points: null }).explanation ?? '';
        const sentences = words.split(/[.;] /);
        expect(sentences.length).toBeGreaterThanOrEqual(2);
        expect(sentences.slice(1).join(' ')).toMatch(
          /nothing to do|by itself|\b(ask|mend|write|pick|share|add|see|hand|counts)\b/i,
        );
        expect(words).not.toContain('_');
      }
    },
  );

  it.each([
    [50, 'awarded' as const, 'Points added'],
    [-50, 'reversed' as const, 'Points taken back'],
  ])('2.10 shows an adjustment of %i with its reason', (points, status, title) => {
    const adjusted = {
      ...receiptState({ status, points, order: null }),
      activity: 'adjustment' as const,
      note: 'For the fair',
    };
    expect(activityLine(adjusted, reader)).toMatchObject({
      title,
      points,
      explanation: `${reader.brand.name} says: For the fair`,
    });
  });

  it('names both currencies where they differ', () => {
    const order = { id: 'o1', netAmount: 100, currency: 'EUR' };
    expect(
      line({ status: 'not_awarded', reason: 'currency_mismatch', order, points: null }).explanation,
    ).toBe('The sale was in EUR; points are given for sales in USD. There is nothing to do.');
  });
});
