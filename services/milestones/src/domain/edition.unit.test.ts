import { describe, expect, it } from '@jest/globals';
import { tierOf } from '../testing/tiers.js';
import { editionOf, type Published, planEdition, promotesTop } from './edition.js';
import type { SeriesFields } from './series-draft.js';

const began = '2026-10-01T00:00:00.000Z';
const now = '2026-11-01T10:00:00.000Z';
const later = '2026-12-01T00:00:00.000Z';
const last = '2026-12-31T00:00:00.000Z';

const fields: SeriesFields = {
  name: 'Climb',
  category: 'referral',
  programIds: ['p1'],
  startsAt: null,
  endsAt: null,
  completion: { kind: 'stay' },
  tiers: [250, 500].map(tierOf),
};

const live: Published = {
  fields,
  status: 'live',
  startsAt: began,
  endsAt: null,
  live: [{ from: began, to: null }],
};
const scheduled: Published = {
  ...live,
  status: 'scheduled',
  startsAt: later,
  live: [{ from: later, to: null }],
};
const paused: Published = {
  ...live,
  status: 'paused',
  endsAt: last,
  live: [{ from: began, to: '2026-10-15T00:00:00.000Z' }],
};

describe('3.8 planEdition: what may change in a series that is published', () => {
  const plan = (before: Published, edit: Partial<SeriesFields>) =>
    planEdition({ ...editionOf(before), ...edit }, before, now);

  it('3.8 of a live one name, tiers, completion and programs; its spans stay', () => {
    expect(plan(live, { name: 'Higher', tiers: [tierOf(100)], programIds: ['p2'] })).toEqual({
      startsAt: began,
      endsAt: null,
      live: [{ from: began, to: null }],
    });
  });

  it('3.2 an end is set, and the open span follows it', () => {
    expect(plan(live, { endsAt: later })).toEqual({
      startsAt: began,
      endsAt: later,
      live: [{ from: began, to: later }],
    });
  });

  it('3.2 an end is taken off while it is paused: the span that the pause closed stays closed', () => {
    expect(plan(paused, { endsAt: null })).toEqual({ startsAt: began, endsAt: null, live: paused.live });
  });

  it('3.2 what has not begun may begin at another time', () => {
    expect(plan(scheduled, { startsAt: last })).toMatchObject({
      startsAt: last,
      live: [{ from: last, to: null }],
    });
    expect(plan(scheduled, { startsAt: null })).toMatchObject({ startsAt: now });
  });

  it.each([
    ['the start of what has begun', live, { startsAt: later }, 'startsAt'],
    ['the start of what has begun, left out', live, { startsAt: null }, 'startsAt'],
    ['an end at this instant', live, { endsAt: now }, 'endsAt'],
    ['an end in the past', live, { endsAt: began }, 'endsAt'],
    ['no tier', live, { tiers: [] }, 'tiers'],
    ['thresholds that do not ascend', live, { tiers: [500, 250].map(tierOf) }, 'tiers.1.threshold'],
  ])('3.8 not %s', (_, before, edit, path) => {
    expect(plan(before, edit)).toContainEqual(expect.objectContaining({ path }));
  });
});

describe('3.7 promotesTop: whom a retroactive publish promotes who is at the top already', () => {
  const promote = (programId: string, thresholds = [250, 500]): SeriesFields => ({
    ...fields,
    completion: { kind: 'promote', programId },
    tiers: thresholds.map(tierOf),
  });
  it.each([
    ['it stays', fields, { ...fields, name: 'Other' }, false],
    ['it promotes now', fields, promote('big'), true],
    ['it promotes elsewhere', promote('big'), promote('bigger'), true],
    ['another tier is the last', promote('big', [250, 500, 1000]), promote('big'), true],
    ['it promoted before', promote('big'), { ...promote('big'), name: 'Other' }, false],
  ])('%s: %s', (_, before, next, expected) => {
    expect(promotesTop(before, next)).toBe(expected);
  });
});
