import type { SeriesView } from '@cairn/contracts/http/series';
import { describe, expect, it } from '@jest/globals';
import { draftDifferences } from './draft-differences.js';

type Fields = NonNullable<SeriesView['draft']>;

const tier = (id: string, threshold: number, name = id) => ({
  id,
  name,
  threshold,
  medal: { preset: 'gold' as const },
  description: '',
  email: null,
  rewards: [],
});

const published: Fields = {
  name: 'Climb',
  category: 'referral',
  programIds: ['p1'],
  startsAt: '2026-10-01T00:00:00.000Z',
  endsAt: null,
  completion: { kind: 'stay' },
  tiers: [tier('Bronze', 250), tier('Gold', 1_000)],
};
const words = {
  programName: (id: string) => id.toUpperCase(),
  day: (instant: string) => instant.slice(0, 10),
  locale: 'en',
};
const told = (edit: Partial<Fields>) => draftDifferences(published, { ...published, ...edit }, words);

describe('3.8 what the next version would change', () => {
  it('is nothing where nothing differs', () => {
    expect(told({})).toEqual([]);
  });

  it.each<[string, Partial<Fields>, string[]]>([
    [
      'a lowered threshold',
      { tiers: [tier('Bronze', 200), tier('Gold', 1_000)] },
      ['Bronze is at 200 points instead of 250.'],
    ],
    ['a tier more', { tiers: [...published.tiers, tier('Ruby', 2_000)] }, ['Ruby is new, at 2,000 points.']],
    ['a tier less', { tiers: [tier('Bronze', 250)] }, ['Gold goes; whoever has it keeps it.']],
    [
      'another name',
      { tiers: [tier('Bronze', 250, 'Copper'), tier('Gold', 1_000)] },
      ['Bronze is called Copper.'],
    ],
    ['an end', { endsAt: '2026-12-01T00:00:00.000Z' }, ['It ends on 2026-12-01.']],
    [
      'what happens at the top',
      { completion: { kind: 'promote', programId: 'p9' } },
      ['At the top: Move into P9.'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(told(edit)).toEqual(expected);
  });

  it('programs that come and go', () => {
    expect(told({ programIds: ['p2'] })).toEqual([
      'P2 comes in: what its ambassadors do from the publish on counts here.',
      'P1 leaves: what its ambassadors do from the publish on earns nothing here.',
    ]);
  });

  it('contents of a tier', () => {
    const email = { subject: 'Yes', body: 'Well done' };
    const rewards = [{ type: 'manual_product' as const, name: 'Tote' }];
    expect(told({ tiers: [{ ...tier('Bronze', 250), email, rewards }, tier('Gold', 1_000)] })).toEqual([
      'Bronze has another mail, other rewards.',
    ]);
  });
});
