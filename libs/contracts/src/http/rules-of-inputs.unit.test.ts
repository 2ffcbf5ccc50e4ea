import { describe, expect, it } from '@jest/globals';
import { actionCategory } from '../earning.js';
import { medalPreset } from '../medal.js';
import { createAction } from './action.js';
import { createAdjustment } from './adjustment.js';
import { createBrand } from './brand.js';
import { createCampaign } from './campaign.js';
import { createProgram } from './program.js';
import { referralRuleInput } from './referral-rule-input.js';
import { createSeries } from './series.js';
import { rejectSubmission } from './submission.js';

const id = '0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a02';
const takes = (schema: { safeParse(input: unknown): { success: boolean } }, input: unknown) =>
  schema.safeParse(input).success;

describe('1.1 a program', () => {
  it('1.1 has a name and a category; its hold is 0 days where nothing is said', () => {
    expect(createProgram.parse({ name: 'Friends', category: 'referral' })).toEqual({
      name: 'Friends',
      category: 'referral',
      commissionRate: null,
      holdDays: 0,
    });
    expect(takes(createProgram, { name: 'Friends' })).toBe(false);
    expect(takes(createProgram, { category: 'referral' })).toBe(false);
  });

  it.each([
    [{ holdDays: 14, commissionRate: '0.125' }, true],
    [{ holdDays: -1 }, false],
    [{ holdDays: 1.5 }, false],
    [{ commissionRate: '12%' }, false],
  ])('1.1 with %j: %s', (change, taken) => {
    expect(takes(createProgram, { name: 'Friends', category: 'referral', ...change })).toBe(taken);
  });
});

describe('1.6 loaded history', () => {
  it.each([
    [undefined, 7],
    [null, null],
    [0, 0],
  ])('1.6 quietAfterDays %j is %j', (quietAfterDays, kept) => {
    const brand = { name: 'Rosewood', timezone: 'Europe/London', currency: 'GBP', quietAfterDays };
    expect(createBrand.parse(brand).quietAfterDays).toBe(kept);
  });
});

describe('a brand’s rules where nothing is said', () => {
  const brand = { name: 'Rosewood', timezone: 'Europe/London', currency: 'GBP' };

  it('1.5 trusts nobody by rule, 2.2 looks at a tenth of the trusted ones’ work', () => {
    expect(createBrand.parse(brand)).toMatchObject({ trustRule: null, reviewSamplePercent: 10 });
  });

  it.each([
    [['#ad', '#gifted', '#işbirliği'], true],
    [['ad'], false],
    [['#'], false],
    [['#ad #gifted'], false],
    [['#ad#gifted'], false],
  ])('2.3 disclosure tags %j: %s', (disclosureTags, taken) => {
    expect(takes(createBrand, { ...brand, disclosureTags })).toBe(taken);
  });
});

describe('2.1 an action', () => {
  const action = { programId: id, category: 'social_post', name: 'Post a story', points: 40 };

  it('2.1 is of one of five categories', () => {
    expect(actionCategory.options).toEqual([
      'social_post',
      'product_review',
      'like_comment',
      'follow_subscribe',
      'upload_content',
    ]);
    expect(takes(createAction, { ...action, category: 'other' })).toBe(false);
  });

  it('2.1 has no limit, no review and no disclosure where nothing is said', () => {
    expect(createAction.parse(action)).toMatchObject({
      limit: null,
      review: 'none',
      disclosureRequired: false,
    });
  });

  it.each([
    [{ limit: { count: 1, per: 'day' } }, true],
    [{ limit: { count: 1, per: 'week' } }, true],
    [{ limit: { count: 1, per: 'month' } }, true],
    [{ limit: { count: 1, per: 'ever' } }, true],
    [{ limit: { count: 1, per: 'year' } }, false],
    [{ limit: { count: 0, per: 'day' } }, false],
    [{ limit: { count: 1.5, per: 'day' } }, false],
    [{ review: 'all' }, true],
    [{ review: 'untrusted' }, true],
    [{ review: 'some' }, false],
    [{ points: 0 }, true],
    [{ points: -1 }, false],
    [{ points: 1.5 }, false],
  ])('2.1 with %j: %s', (change, taken) => {
    expect(takes(createAction, { ...action, ...change })).toBe(taken);
  });
});

describe('2.2 a rejection', () => {
  it.each([
    [{ reason: 'not_visible', text: 'It is private.' }, true],
    [{ reason: 'because' }, false],
    [{ text: 'It is private.' }, false],
  ])('2.2 has a structured reason: %j: %s', (input, taken) => {
    expect(takes(rejectSubmission, input)).toBe(taken);
  });
});

describe('2.5 a campaign', () => {
  const startsAt = '2026-11-01T00:00:00Z';
  it.each([
    ['2026-11-01T00:00:00.001Z', true],
    [startsAt, false],
    ['2026-11-01T00:59:00+01:00', false],
    ['2026-11-01T00:00:00-01:00', true],
  ])('2.5 from %j to %s has a window: %s', (endsAt, taken) => {
    expect(takes(createCampaign, { programIds: [id], name: 'Spring', startsAt, endsAt })).toBe(taken);
  });

  it('2.5 is of one program or more', () => {
    const campaign = { name: 'Spring', startsAt, endsAt: '2026-12-01T00:00:00Z' };
    expect(takes(createCampaign, { ...campaign, programIds: [] })).toBe(false);
    expect(takes(createCampaign, { ...campaign, programIds: [id, id.replace('02', '03')] })).toBe(true);
  });
});

describe('2.6 a referral rule', () => {
  it.each([
    ['0', true],
    ['0.25', true],
    ['0.000001', true],
    ['1000', true],
    ['1000.000000', true],
    ['999.999999', true],
    ['1000.000001', false],
    ['1001', false],
    ['0.0000001', false],
    ['-0.1', false],
    ['+1', false],
    ['1e3', false],
    ['.5', false],
    ['5.', false],
    ['1,5', false],
    ['0x10', false],
    [' 1', false],
    ['1 ', false],
    ['١', false],
    ['', false],
    ['NaN', false],
    ['Infinity', false],
    [0.25, false],
  ])('2.6 rates are plain decimal strings from 0 to 1000 with at most 6 decimals: %j: %s', (rate, taken) => {
    expect(takes(referralRuleInput, { mode: 'fixed', rate })).toBe(taken);
    const tiers = [{ from: 0, rate }];
    expect(takes(referralRuleInput, { mode: 'tiered', metric: 'order_amount', tiers })).toBe(taken);
  });

  it.each([
    [[{ from: 0, points: 1 }], true],
    [
      [
        { from: 0, points: 1 },
        { from: 10, rate: '0.5' },
      ],
      true,
    ],
    [[{ from: 5, points: 1 }], true],
    [[], false],
    [
      [
        { from: 10, points: 1 },
        { from: 10, points: 2 },
      ],
      false,
    ],
    [
      [
        { from: 10, points: 1 },
        { from: 0, points: 2 },
      ],
      false,
    ],
    [[{ from: 0, points: 1, rate: '1' }], false],
    [[{ from: 0 }], false],
    [[{ from: -1, points: 1 }], false],
    [[{ from: 0, points: -1 }], false],
    [[{ from: 0.5, points: 1 }], false],
  ])('2.6 tiers ascend, and each awards flat or at a rate: %j: %s', (tiers, taken) => {
    for (const metric of ['order_amount', 'sales_count', 'sales_amount'])
      expect(takes(referralRuleInput, { mode: 'tiered', metric, lookbackDays: 30, tiers })).toBe(taken);
  });

  it.each([
    [1, true],
    [null, true],
    [undefined, true],
    [0, false],
    [-1, false],
    [1.5, false],
  ])('2.6 a look-back of %j days: %s', (lookbackDays, taken) => {
    const rule = { mode: 'tiered', metric: 'sales_count', lookbackDays, tiers: [{ from: 0, points: 1 }] };
    expect(takes(referralRuleInput, rule)).toBe(taken);
  });
});

describe('2.10 an adjustment', () => {
  it.each([
    [{ points: 5, reason: 'For the fair' }, true],
    [{ points: -5, reason: 'For the fair' }, true],
    [{ points: 0, reason: 'For the fair' }, false],
    [{ points: 0.5, reason: 'For the fair' }, false],
    [{ points: 5 }, false],
    [{ points: 5, reason: ' ' }, false],
  ])('2.10 adds or takes, with a reason: %j: %s', (input, taken) => {
    expect(takes(createAdjustment, input)).toBe(taken);
  });
});

describe('3.3 a tier', () => {
  const tier = { name: 'Gold', threshold: 100, medal: { preset: 'gold' } };
  const series = (tiers: object[], completion: object = { kind: 'stay' }) => ({
    name: 'Climb',
    category: 'referral',
    programIds: [id],
    completion,
    tiers,
  });
  const gradient = (colors: string[], angle: unknown = 90) => ({ gradient: { colors, angle } });

  it.each(medalPreset.options.map(preset => [preset]))('3.3 has the medal %s', preset => {
    expect(takes(createSeries, series([{ ...tier, medal: { preset } }]))).toBe(true);
  });

  it.each([
    [gradient(['#f6d365', '#d98f2b']), true],
    [gradient(['#fff', '#000', '#aBcDeF'], 0), true],
    [gradient(['#fff', '#000'], 360), true],
    [gradient(['#fff']), false],
    [gradient(['#fff', '#000', '#fff', '#000']), false],
    [gradient(['#fff', 'red']), false],
    [gradient(['#fff', '#12345']), false],
    [gradient(['#fff', '#12345678']), false],
    [gradient(['#fff', '#000;}']), false],
    [gradient(['#fff', '#000'], 361), false],
    [gradient(['#fff', '#000'], -1), false],
    [gradient(['#fff', '#000'], '90deg'), false],
    [{ preset: 'copper' }, false],
    [{ preset: 'gold', ...gradient(['#fff', '#000']) }, false],
    [{}, false],
  ])(
    '3.3 a medal is a preset, or a gradient of two or three hex colours at an angle: %j: %s',
    (medal, taken) => {
      expect(takes(createSeries, series([{ ...tier, medal }]))).toBe(taken);
    },
  );

  it.each([
    [[1], true],
    [[250, 500, 1_000], true],
    [[0], false],
    [[-5], false],
    [[1.5], false],
    [[250, 250], false],
    [[500, 250], false],
  ])('3.3 thresholds are above 0 and ascend strictly: %j: %s', (thresholds, taken) => {
    expect(takes(createSeries, series(thresholds.map(threshold => ({ ...tier, threshold }))))).toBe(taken);
  });

  it.each([
    [{ kind: 'repeat', maxCycles: null, carryOver: true }, true],
    [{ kind: 'repeat', maxCycles: 1, carryOver: false }, true],
    [{ kind: 'repeat', maxCycles: 0, carryOver: false }, false],
    [{ kind: 'promote', programId: id }, true],
    [{ kind: 'promote' }, false],
    [{ kind: 'again' }, false],
  ])('3.7 at the top %j: %s', (completion, taken) => {
    expect(takes(createSeries, series([tier], completion))).toBe(taken);
  });
});
