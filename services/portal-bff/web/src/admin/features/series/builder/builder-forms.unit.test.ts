import { createSeries, type SeriesView } from '@cairn/contracts/http/series';
import { describe, expect, it } from '@jest/globals';
import { mistakesOf } from './check-form.js';
import { checklist, onPublish } from './checklist.js';
import { draftOf, formOf, withIds, withInstants } from './draft-form.js';
import { emptyForm, emptyReward, movedTier, nextTier, pointsOf, type SeriesForm } from './form.js';

const context = { exponent: 2, timeZone: 'Europe/Copenhagen' };
const id = (n: number) => `0192d7a6-7c1e-7a64-8b0f-00000000000${n}`;

const series: SeriesView = {
  id: id(1),
  status: 'draft',
  version: 0,
  name: 'Climb',
  category: 'referral',
  programIds: [id(2)],
  startsAt: '2026-12-01T08:00:00.000Z',
  endsAt: null,
  completion: { kind: 'repeat', maxCycles: 2, carryOver: true },
  tiers: [
    {
      id: id(3),
      name: 'Bronze',
      threshold: 250,
      medal: { preset: 'bronze' },
      description: 'First',
      email: { subject: 'Hello', body: 'You did it' },
      rewards: [
        { type: 'discount_code', source: 'shopify', percent: 10 },
        {
          type: 'discount_code',
          source: 'pool',
          poolId: id(5),
          amount: 1250,
          minSubtotal: 5000,
          expiresInDays: 60,
        },
      ],
    },
    {
      id: id(4),
      name: 'Summit',
      threshold: 1000,
      medal: { gradient: { colors: ['#fff', '#c2185b'], angle: 135 } },
      description: '',
      email: null,
      rewards: [
        { type: 'manual_product', name: 'Pin' },
        { type: 'custom', title: 'Dinner', description: 'In Aarhus' },
        { type: 'shopify_product', variantId: 'gid://shopify/ProductVariant/1', choice: true },
      ],
    },
  ],
  draft: null,
  retroactive: null,
  revision: 3,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
};

const form = formOf(series, context);
const pathsOf = (changed: Partial<SeriesForm>) =>
  mistakesOf({ ...form, ...changed }, context).map(({ path }) => path);
const withTier = (patch: Partial<SeriesForm['tiers'][number]>, index = 1) => ({
  tiers: form.tiers.map((tier, place) => (place === index ? { ...tier, ...patch } : tier)),
});

describe('the form and the draft', () => {
  it('are the same thing: nothing is lost or changed on the way there and back', () => {
    const { name, category, programIds, startsAt, endsAt, completion, tiers } = series;
    const draft = draftOf(form, context);
    expect(draft).toEqual({ name, category, programIds, startsAt, endsAt, completion, tiers });
    expect(createSeries.parse(draft)).toEqual(draft);
    expect(mistakesOf(form, context)).toEqual([]);
  });

  it('shows money in major units and dates in the brand’s zone', () => {
    expect(form.startsAt).toBe('2026-12-01T09:00');
    expect(form.tiers[0]?.rewards[1]).toMatchObject({ amount: '12.50', minSubtotal: '50', off: 'amount' });
  });

  it('keeps what other kinds of completion and reward had, but sends only what is chosen', () => {
    const completion = { ...form.completion, kind: 'stay' as const };
    expect(draftOf({ ...form, completion }, context).completion).toEqual({ kind: 'stay' });
    const reward = { ...emptyReward, key: 'r', type: 'custom' as const, title: ' Call ', name: 'Mug' };
    const [tier] = draftOf({ ...form, ...withTier({ rewards: [reward] }, 0) }, context).tiers;
    expect(tier?.rewards).toEqual([{ type: 'custom', title: 'Call', description: '' }]);
  });

  it('gives new tiers the ids of the server, by what was sent', () => {
    const added = { ...form, tiers: [...form.tiers, { ...nextTier(form.tiers, 'new'), id: null }] };
    const stored = { ...series, tiers: [...series.tiers, { ...series.tiers[0]!, id: id(9) }] };
    const moved = { ...added, tiers: movedTier(added.tiers, 2, 0) };
    const named = withIds(
      moved,
      added.tiers.map(({ key }) => key),
      stored,
    );
    expect(named.tiers.map(tier => tier.id)).toEqual([id(9), id(3), id(4)]);
  });
});

describe('typed points', () => {
  it.each([
    ['250', 250],
    ['1,000', 1000],
    ['1 000 000', 1_000_000],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    ['9007199254740993', null],
  ])('%s is %s', (typed, points) => {
    expect(pointsOf(typed)).toBe(points);
  });
});

describe('mistakes', () => {
  it('3.3 thresholds are above 0 and ascend strictly', () => {
    expect(pathsOf(withTier({ threshold: '250' }))).toEqual(['tiers.1.threshold']);
    expect(pathsOf(withTier({ threshold: '0' }))).toEqual(['tiers.1.threshold']);
    expect(pathsOf(withTier({ threshold: '251' }))).toEqual([]);
  });

  it('name what is missing where it is', () => {
    expect(pathsOf({ name: ' ', category: '', programIds: [] })).toEqual(['name', 'category', 'programIds']);
    expect(pathsOf({ endsAt: form.startsAt })).toEqual(['endsAt']);
    expect(pathsOf(withTier({ ownEmail: true }))).toEqual(['tiers.1.email.subject', 'tiers.1.email.body']);
  });

  it('4.1 every reward says what it is', () => {
    const reward = { ...emptyReward, key: 'r', type: 'discount_code' as const };
    const of = (patch: object) => pathsOf(withTier({ rewards: [{ ...reward, ...patch }] }));
    expect(of({})).toEqual([]);
    expect(of({ percent: '101' })).toEqual(['tiers.1.rewards.0.percent']);
    expect(of({ off: 'amount', amount: '0' })).toEqual(['tiers.1.rewards.0.amount']);
    expect(of({ source: 'pool' })).toEqual(['tiers.1.rewards.0.poolId']);
    expect(of({ minSubtotal: '1.234', expiresInDays: '4000' })).toEqual([
      'tiers.1.rewards.0.minSubtotal',
      'tiers.1.rewards.0.expiresInDays',
    ]);
    expect(of({ type: 'manual_product' })).toEqual(['tiers.1.rewards.0.name']);
    expect(of({ type: 'custom' })).toEqual(['tiers.1.rewards.0.title']);
    expect(of({ type: 'shopify_product' })).toEqual(['tiers.1.rewards.0.variantId']);
  });

  it('3.7 a promotion leads into a program, and not one of the same series', () => {
    const promote = (programId: string | null) => ({
      completion: { ...form.completion, kind: 'promote' as const, programId },
    });
    expect(pathsOf(promote(null))).toEqual(['completion.programId']);
    expect(pathsOf(promote(id(2)))).toEqual(['completion.programId']);
    expect(pathsOf(promote(id(8)))).toEqual([]);
  });
});

describe('before publishing', () => {
  const now = '2026-11-23T00:00:00.000Z';

  it('says what is still missing of an empty form, and nothing of a whole one', () => {
    const missing = checklist(emptyForm, context, now).filter(item => !item.done);
    expect(missing.map(item => item.words)).toEqual([
      'Name and category',
      'At least one program',
      'At least one tier',
    ]);
    expect(checklist(form, context, now).every(item => item.done)).toBe(true);
  });

  it('refuses an end that has passed', () => {
    const over = checklist({ ...form, startsAt: '', endsAt: '2026-01-01T00:00' }, context, now);
    expect(over.find(item => !item.done)?.path).toBe('endsAt');
  });

  it('3.2 says whether it is live now, on a day to come, or since one that has passed', () => {
    expect(onPublish({ ...form, startsAt: '' }, context, now)).toEqual({ kind: 'now' });
    expect(onPublish(form, context, now)).toEqual({ kind: 'scheduled', at: series.startsAt });
    expect(onPublish({ ...form, startsAt: '2026-01-01T01:00' }, context, now).kind).toBe('since');
  });
});

describe('the ladder’s next tier', () => {
  it('takes the next medal, twice as high', () => {
    const first = nextTier([], 'a');
    expect(first).toMatchObject({ name: 'Bronze', threshold: '250' });
    expect(nextTier([first], 'b')).toMatchObject({ name: 'Silver', threshold: '500' });
  });

  it('keeps the thresholds where they are when tiers change places', () => {
    const moved = movedTier(form.tiers, 0, 1);
    expect(moved.map(({ name, threshold }) => [name, threshold])).toEqual([
      ['Summit', '250'],
      ['Bronze', '1000'],
    ]);
    expect(movedTier(form.tiers, 0, 5)).toEqual(form.tiers);
  });
});

describe('3.8 the next version of a published series', () => {
  const begun: SeriesView = {
    ...series,
    status: 'live',
    version: 1,
    startsAt: '2026-11-01T08:00:12.345Z',
    endsAt: '2026-12-31T23:59:59.000Z',
  };

  it('is edited from its draft where it has one', () => {
    const { name: _, ...rest } = begun;
    expect(formOf({ ...begun, draft: { ...rest, name: 'Higher' } }, context).name).toBe('Higher');
  });

  it('keeps its instants to the millisecond, unless their minutes are changed', () => {
    const typed = formOf(begun, context);
    expect(withInstants(draftOf(typed, context), begun, context)).toMatchObject({
      startsAt: begun.startsAt,
      endsAt: begun.endsAt,
    });
    const moved = { ...typed, endsAt: '2026-12-24T18:00' };
    expect(withInstants(draftOf(moved, context), begun, context).endsAt).toBe('2026-12-24T17:00:00.000Z');
    expect(withInstants(draftOf({ ...typed, endsAt: '' }, context), begun, context).endsAt).toBeNull();
  });
});
