import { describe, expect, it } from '@jest/globals';
import { type Ambassador, type Membership, newAmbassador } from './ambassador.js';
import { left, moved } from './membership.js';

const joined = '2026-10-01T00:00:00.000Z';
const past = '2026-10-15T00:00:00.000Z';
const now = '2026-11-01T10:00:00.000Z';

const with_ = (memberships: Membership[]): Ambassador => ({
  ...newAmbassador(
    { name: 'Ada', email: 'ada@example.com', programId: 'p1' },
    { id: 'a', code: 'ADA', now: joined },
  ),
  memberships,
});
const member = with_([{ programId: 'p1', from: joined, to: null }]);
const gone = with_([{ programId: 'p1', from: joined, to: past }]);
const refusedAs = (code: string) => ({ refused: expect.objectContaining({ code }) });

describe('1.4 moved: into another program by hand', () => {
  it.each<[string, Ambassador, string | undefined, Membership[]]>([
    [
      '1.2 now: one membership ends and the next begins at the same instant',
      member,
      undefined,
      [
        { programId: 'p1', from: joined, to: now },
        { programId: 'p2', from: now, to: null },
      ],
    ],
    [
      '1.4 at this very instant',
      member,
      now,
      [
        { programId: 'p1', from: joined, to: now },
        { programId: 'p2', from: now, to: null },
      ],
    ],
    [
      '1.4 at a past instant',
      member,
      past,
      [
        { programId: 'p1', from: joined, to: past },
        { programId: 'p2', from: past, to: null },
      ],
    ],
    [
      'the same instant, in another zone',
      member,
      '2026-10-15T02:00:00+02:00',
      [
        { programId: 'p1', from: joined, to: past },
        { programId: 'p2', from: past, to: null },
      ],
    ],
    [
      'from the instant at which they joined: the program of that membership',
      member,
      joined,
      [{ programId: 'p2', from: joined, to: null }],
    ],
    [
      'back, after they left',
      gone,
      undefined,
      [
        { programId: 'p1', from: joined, to: past },
        { programId: 'p2', from: now, to: null },
      ],
    ],
    [
      'back as if they had never left',
      gone,
      past,
      [
        { programId: 'p1', from: joined, to: past },
        { programId: 'p2', from: past, to: null },
      ],
    ],
  ])('%s', (_, person, at, memberships) => {
    expect(moved(person, 'p2', at, now)).toEqual({ ...person, memberships });
  });

  it('back into the program that they left', () => {
    expect(moved(gone, 'p1', undefined, now)).toMatchObject({
      memberships: [{ to: past }, { programId: 'p1', from: now, to: null }],
    });
  });

  it('by a clock that is behind the membership: from its beginning', () => {
    expect(moved(member, 'p2', undefined, '2026-09-30T23:59:59.000Z')).toMatchObject({
      memberships: [{ programId: 'p2', from: joined, to: null }],
    });
  });

  it.each([
    ['already_in_program', member, 'p1', undefined],
    ['invalid_input', member, 'p2', '2026-11-01T10:00:00.001Z'],
    ['move_before_membership', member, 'p2', '2026-09-30T23:59:59.999Z'],
    ['move_before_membership', gone, 'p2', joined],
  ])('%s', (code, person, programId, at) => {
    expect(moved(person, programId, at, now)).toEqual(refusedAs(code));
  });
});

describe('1.2 left: out of the program by hand', () => {
  it.each([
    ['now', undefined, now],
    ['at a past instant', past, past],
    ['at the instant at which they joined: a millisecond later', joined, '2026-10-01T00:00:00.001Z'],
  ])('%s; history stays', (_, at, to) => {
    expect(left(member, at, now)).toMatchObject({ memberships: [{ programId: 'p1', from: joined, to }] });
  });

  it.each([
    ['already_left', gone, undefined],
    ['invalid_input', member, '2026-11-02T00:00:00Z'],
    ['move_before_membership', member, '2026-09-30T23:59:59.999Z'],
  ])('%s', (code, person, at) => {
    expect(left(person, at, now)).toEqual(refusedAs(code));
  });
});
