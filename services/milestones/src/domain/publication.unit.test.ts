import { describe, expect, it } from '@jest/globals';
import { tierOf } from '../testing/tiers.js';
import { planPublication } from './publication.js';
import { draftOf, editDraft, type SeriesFields } from './series-draft.js';

const now = '2026-11-01T10:00:00.000Z';
const draft: SeriesFields = {
  name: 'Climb',
  category: 'referral',
  programIds: ['p1'],
  startsAt: null,
  endsAt: null,
  completion: { kind: 'stay' },
  tiers: [tierOf(250), tierOf(500)],
};

describe('planPublication', () => {
  it.each([
    { rule: '3.2 without a start: live from its publishing', startsAt: null, endsAt: null, from: now },
    {
      rule: '3.2 with a past start: live since then',
      startsAt: '1996-12-01T05:00:00.000Z',
      endsAt: null,
      from: '1996-12-01T05:00:00.000Z',
    },
    {
      rule: '3.2 with a future start: from then',
      startsAt: '2026-12-01T00:00:00.000Z',
      endsAt: '2027-01-01T00:00:00.000Z',
      from: '2026-12-01T00:00:00.000Z',
    },
  ])('$rule', ({ startsAt, endsAt, from }) => {
    expect(planPublication({ ...draft, startsAt, endsAt }, now)).toEqual({
      startsAt: from,
      endsAt,
      live: [{ from, to: endsAt }],
    });
  });

  it.each([
    { rule: '3.1 no tier', edit: { tiers: [] }, path: 'tiers' },
    {
      rule: '3.3 thresholds that do not ascend',
      edit: { tiers: [tierOf(500), tierOf(250)] },
      path: 'tiers.1.threshold',
    },
    {
      rule: '3.3 two tiers of one id',
      edit: { tiers: [tierOf(250), { ...tierOf(250), threshold: 300 }] },
      path: 'tiers.1.id',
    },
    {
      rule: '3.1 an end before the start',
      edit: { startsAt: '2026-12-02T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' },
      path: 'endsAt',
    },
    {
      rule: '3.1 an end at the start',
      edit: { startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' },
      path: 'endsAt',
    },
    {
      rule: '3.3 two equal thresholds',
      edit: { tiers: [tierOf(250), { ...tierOf(300), threshold: 250 }] },
      path: 'tiers.1.threshold',
    },
    { rule: '3.1 an end at this instant', edit: { endsAt: now }, path: 'endsAt' },
    { rule: '3.1 an end in the past', edit: { endsAt: '2026-10-01T00:00:00.000Z' }, path: 'endsAt' },
  ])('3.1 refuses $rule', ({ edit, path }) => {
    const plan = planPublication({ ...draft, ...edit }, now);
    expect(plan).toEqual([expect.objectContaining({ path })]);
  });
});

describe('series drafts', () => {
  const input = { ...draft, tiers: draft.tiers.map(({ id: _, ...tier }) => tier) };

  it('3.3 give each tier an id, which it keeps when it is edited', () => {
    let made = 0;
    const newId = () => `tier-${++made}`;
    const first = draftOf(input, newId);
    expect(first.tiers.map(tier => tier.id)).toEqual(['tier-1', 'tier-2']);
    const [bronze] = first.tiers;
    const edited = editDraft(
      first,
      { tiers: [{ ...bronze!, threshold: 100 }, { ...input.tiers[1]! }] },
      newId,
    );
    expect(edited.tiers.map(tier => [tier.id, tier.threshold])).toEqual([
      ['tier-1', 100],
      ['tier-3', 500],
    ]);
  });

  it('write instants in UTC and each program once', () => {
    const made = draftOf(
      { ...input, startsAt: '1996-12-01T00:00:00-05:00', programIds: ['p1', 'p1'] },
      () => 'id',
    );
    expect(made.startsAt).toBe('1996-12-01T05:00:00.000Z');
    expect(made.programIds).toEqual(['p1']);
  });

  it('keep what an edit leaves out, and take null for what it clears', () => {
    const started = { ...draft, startsAt: now };
    expect(editDraft(started, { name: 'Rise' }, () => 'id')).toEqual({ ...started, name: 'Rise' });
    expect(editDraft(started, { startsAt: null }, () => 'id').startsAt).toBeNull();
  });
});
