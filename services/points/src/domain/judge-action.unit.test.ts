import { describe, expect, it } from '@jest/globals';
import type { ActionRules, BrandCatalog, Membership } from './catalog.js';
import { type ActionHeld, type CompletedAction, judgeAction } from './judge-action.js';

const at = (text: string) => Date.parse(text);

const catalog: BrandCatalog = {
  brand: {
    currency: 'USD',
    exponent: 2,
    timezone: 'UTC',
    disclosureTags: ['#ad'],
    quietAfterDays: 7,
    maxEventAgeDays: 400,
    reviewSamplePercent: 10,
    trustRule: null,
  },
  programs: new Map(),
  series: [
    {
      seriesId: 'climb',
      programs: null,
      programIds: ['friends', 'others'],
      live: [{ from: at('2026-01-01T00:00:00Z'), to: at('2026-12-01T00:00:00Z') }],
      endsAt: null,
    },
  ],
  actions: new Map(),
  campaigns: new Map(),
};

const story: ActionRules = {
  actionId: 'story',
  programId: 'friends',
  name: 'Post a story',
  points: 40,
  limit: { count: 3, per: 'week' },
  review: 'all',
  disclosureRequired: true,
  archived: false,
};

/** Everything that an action is judged by; each fault below spoils one part of it. */
interface Given {
  done: CompletedAction;
  action: ActionRules;
  memberships: Membership[];
  held: ActionHeld;
}

const good = (): Given => {
  const occurredAt = at('2026-11-01T10:00:00Z');
  return {
    done: {
      occurredAt,
      acceptedAt: occurredAt,
      judgedAs: occurredAt,
      text: 'love it #ad',
      paidPartnership: false,
    },
    action: { ...story },
    memberships: [{ programId: 'friends', from: at('2026-01-01T00:00:00Z'), to: null }],
    held: { proof: false, places: 2 },
  };
};

const judged = ({ done, action, memberships, held }: Given) =>
  judgeAction(done, action, memberships, catalog, held);

/** In the published order of 2.13. */
const faults: [reason: string, spoil: (given: Given) => void][] = [
  [
    'unknown_action',
    given => {
      given.action.archived = true;
    },
  ],
  [
    'not_a_member',
    given => {
      given.memberships[0]!.programId = 'others';
    },
  ],
  [
    'no_live_series',
    given => {
      given.done.judgedAs = at('2026-12-02T00:00:00Z');
    },
  ],
  [
    'duplicate_proof',
    given => {
      given.held.proof = true;
    },
  ],
  [
    'limit_reached',
    given => {
      given.held.places = 3;
    },
  ],
  [
    'disclosure_missing',
    given => {
      given.done.text = 'love it #adventure';
    },
  ],
  [
    'zero_points',
    given => {
      given.action.points = 0;
    },
  ],
];

describe('judging a completed action', () => {
  it('2.1 gives its points, in the program and series of the time; frozen with what it was judged by', () => {
    expect(judged(good())).toEqual({
      kind: 'award',
      points: 40,
      programId: 'friends',
      seriesId: 'climb',
      quiet: false,
      rule: {
        actionId: 'story',
        name: 'Post a story',
        points: 40,
        limit: { count: 3, per: 'week' },
        review: 'all',
        disclosureRequired: true,
      },
    });
  });

  const subsets = Array.from({ length: 2 ** faults.length - 1 }, (_, bits) =>
    faults.filter((_, index) => ((bits + 1) >> index) & 1),
  );
  it.each(
    subsets.map(subset => [subset[0]![0], subset.map(([reason]) => reason).join(', '), subset] as const),
  )('2.13 the first reason that applies, %s, of %s', (first, _, subset) => {
    const given = good();
    for (const [, spoil] of subset) spoil(given);
    const verdict = judged(given);
    expect(verdict.kind === 'undisclosed' ? 'disclosure_missing' : verdict).toEqual(
      first === 'disclosure_missing' ? first : { kind: 'refuse', reason: first },
    );
  });

  it('2.13 an action that there is not is unknown_action; somebody of no program not_a_member', () => {
    const { done, memberships, held } = good();
    expect(judgeAction(done, undefined, memberships, catalog, held)).toMatchObject({
      reason: 'unknown_action',
    });
    expect(judged({ ...good(), memberships: [] })).toMatchObject({ reason: 'not_a_member' });
  });

  it('2.1 no limit has no end of places', () => {
    const given = good();
    given.held.places = 1_000_000;
    given.action.limit = null;
    expect(judged(given).kind).toBe('award');
  });

  it('2.3 the platform’s flag will do; where no disclosure is required none is looked for', () => {
    const given = good();
    given.done.text = null;
    expect(judged({ ...given, done: { ...given.done, paidPartnership: true } }).kind).toBe('award');
    given.action.disclosureRequired = false;
    expect(judged(given).kind).toBe('award');
  });

  it('1.6 is quiet when accepted more than the brand’s days after it happened', () => {
    const given = good();
    given.done.acceptedAt = at('2026-11-08T10:00:01Z');
    expect(judged(given)).toMatchObject({ quiet: true });
  });

  it('2.19 membership and series are those of the later arrival', () => {
    const given = good();
    given.memberships[0]!.from = at('2026-11-05T00:00:00Z');
    expect(judged(given)).toMatchObject({ reason: 'not_a_member' });
    given.done.judgedAs = at('2026-11-05T00:00:00Z');
    expect(judged(given).kind).toBe('award');
  });
});
