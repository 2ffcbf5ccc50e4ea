import { describe, expect, it } from '@jest/globals';
import { changesOf } from '../api/changes-of.js';
import { campaignState } from './campaign-state.js';
import {
  actionForm,
  campaignForm,
  emptyAction,
  emptyCampaign,
  readAction,
  readCampaign,
} from './earning-forms.js';
import { emptyProgram, programForm, readProgram } from './program-form.js';

const id = '0192d7a6-7c1e-7a64-8b0f-000000000001';
const action = {
  id,
  programId: id,
  category: 'social_post' as const,
  name: 'Post a story',
  points: 40,
  limit: { count: 3, per: 'week' as const },
  review: 'untrusted' as const,
  disclosureRequired: true,
  archived: false,
  createdAt: '2026-11-01T10:00:00Z',
  revision: 2,
};
const campaign = {
  id,
  programIds: [id],
  name: 'Spring',
  joinPoints: 0,
  completionPoints: 25,
  startsAt: '2026-12-01T08:00:00.000Z',
  endsAt: '2026-12-31T22:00:00.000Z',
  archived: false,
  createdAt: '2026-11-01T10:00:00Z',
  revision: 1,
};
const fieldsOf = (read: object) =>
  'errors' in read
    ? Object.entries(read.errors as object).flatMap(([name, words]) => (words ? [name] : []))
    : null;

describe('2.1 the form of an action', () => {
  it('reads back what it was made of, so that an edit without a change sends nothing', () => {
    const read = readAction(actionForm(action));
    expect(read).toHaveProperty('input');
    expect('input' in read && changesOf(action, read.input)).toEqual({});
  });

  it('sends no limit where none is wanted, whatever stands in its fields', () => {
    expect(readAction({ ...actionForm(action), limited: false, count: 'x' })).toMatchObject({
      input: { limit: null },
    });
  });

  it('says what is missing', () => {
    expect(fieldsOf(readAction({ ...emptyAction, limited: true, count: '0' }))).toEqual([
      'programId',
      'name',
      'points',
      'limit.count',
    ]);
  });
});

describe('2.5 the form of a campaign', () => {
  it('takes its window in the brand’s zone', () => {
    const form = campaignForm(campaign, 'Europe/Copenhagen');
    expect(form).toMatchObject({ startsAt: '2026-12-01T09:00', endsAt: '2026-12-31T23:00', joinPoints: '' });
    expect(readCampaign(form, 'Europe/Copenhagen')).toMatchObject({
      input: { startsAt: campaign.startsAt, endsAt: campaign.endsAt, joinPoints: 0, completionPoints: 25 },
    });
  });

  it('wants points for something, and an end after the start', () => {
    const form = { ...campaignForm(campaign, 'UTC'), completionPoints: '', endsAt: '2026-11-01T00:00' };
    expect(fieldsOf(readCampaign(form, 'UTC'))).toEqual(['completionPoints', 'endsAt']);
    expect(fieldsOf(readCampaign(emptyCampaign, 'UTC'))).toContain('programIds');
  });

  it.each([
    ['2026-12-01T07:59:59Z', 'Upcoming'],
    ['2026-12-01T08:00:00Z', 'Running'],
    ['2026-12-31T22:00:00Z', 'Over'],
  ])('at %s is %s', (now, words) => {
    expect(campaignState(campaign, new Date(now)).words).toBe(words);
  });
});

describe('1.1 the form of a program', () => {
  const program = {
    id,
    name: 'Insiders',
    category: 'referral',
    commissionRate: '0.125',
    holdDays: 14,
    revision: 1,
  };

  it('shows a commission in percent and sends it as a rate', () => {
    const form = programForm(program, { mode: 'flat', points: 20 }, 2);
    expect(form).toMatchObject({ commission: '12.5', mode: 'flat', points: '20' });
    expect(readProgram(form, 2)).toEqual({
      input: {
        program: { name: 'Insiders', category: 'referral', commissionRate: '0.125', holdDays: 14 },
        rule: { mode: 'flat', points: 20 },
      },
    });
  });

  it('2.6 keeps a tiered rule as it is, and a program without one without', () => {
    const tiered = {
      mode: 'tiered' as const,
      metric: 'order_amount' as const,
      lookbackDays: null,
      tiers: [{ from: 0, points: 5 }],
    };
    expect(readProgram(programForm(program, tiered, 2), 2)).toMatchObject({ input: { rule: tiered } });
    expect(readProgram(programForm(program, null, 2), 2)).toMatchObject({ input: { rule: null } });
  });

  it('says what is wrong', () => {
    const form = { ...emptyProgram, holdDays: '400', commission: '101', rate: 'x' };
    expect(fieldsOf(readProgram(form, 2))).toEqual([
      'name',
      'category',
      'holdDays',
      'commissionRate',
      'rate',
    ]);
  });
});
