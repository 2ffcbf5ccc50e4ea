import { describe, expect, it } from '@jest/globals';
import { changeOf, emptyAdjustment, readAdjustment } from './adjustment-form.js';

describe('the form of an adjustment', () => {
  it('2.10 adds or takes, with a reason', () => {
    const form = { ...emptyAdjustment, points: '1,000', reason: ' For the fair ' };
    expect(readAdjustment(form)).toEqual({ input: { points: 1_000, reason: 'For the fair' } });
    expect(readAdjustment({ ...form, way: 'take' })).toEqual({
      input: { points: -1_000, reason: 'For the fair' },
    });
  });

  it.each(['', '0', '-5', '1.5', 'ten'])('takes no %j', points => {
    expect(changeOf({ ...emptyAdjustment, points })).toBeNull();
  });

  it('says what is missing at each field', () => {
    expect(readAdjustment(emptyAdjustment)).toEqual({
      errors: { points: expect.any(String), reason: expect.any(String) },
    });
  });
});
