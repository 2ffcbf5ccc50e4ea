import { describe, expect, it } from '@jest/globals';
import { type Ambassador, newAmbassador } from './ambassador.js';
import { promoted } from './membership.js';
import { circleOf } from './promotion-chain.js';

const now = '2026-11-01T10:00:00.000Z';
const later = '2026-11-05T10:00:00.000Z';
const ada = newAmbassador(
  { name: 'Ada', email: 'ada@example.com', programId: 'p1' },
  { id: 'a', code: 'ADA', now },
);
const inProgram = (programId: string): Ambassador => ({
  ...ada,
  memberships: [{ programId, from: now, to: null }],
});

describe('3.7 promoted', () => {
  it('1.2 ends one membership and begins the next at the same instant; history stays', () => {
    expect(promoted(ada, ['p0', 'p1'], 'p2', later)!.memberships).toEqual([
      { programId: 'p1', from: now, to: later },
      { programId: 'p2', from: later, to: null },
    ]);
  });

  it('3.7 from whichever of the series’ programs they are in, also where an admin has put them there', () => {
    const [program] = promoted(inProgram('p0'), ['p0', 'p1'], 'p2', later)!.memberships;
    expect(program).toEqual({ programId: 'p0', from: now, to: later });
  });

  it('leaves no empty membership where the one before began at that very instant', () => {
    expect(promoted(ada, ['p1'], 'p2', now)!.memberships).toEqual([
      { programId: 'p1', from: now, to: '2026-11-01T10:00:00.001Z' },
      { programId: 'p2', from: '2026-11-01T10:00:00.001Z', to: null },
    ]);
  });

  it.each([
    { who: 'whom an admin moved meanwhile', person: inProgram('elsewhere') },
    { who: 'who is there already', person: inProgram('p2') },
    {
      who: 'who is in the target, were that one of the series’ own',
      person: inProgram('p2'),
      from: ['p1', 'p2'],
    },
    { who: 'who left', person: { ...ada, memberships: [{ programId: 'p1', from: now, to: later }] } },
  ])('3.7 does not move $who', ({ person, from = ['p1'] }) => {
    expect(promoted(person, from, 'p2', later)).toBeUndefined();
  });
});

describe('3.7 circleOf', () => {
  const chain = [
    { programIds: ['p2', 'p2b'], to: 'p3' },
    { programIds: ['p3'], to: 'p4' },
  ];
  it.each([
    { what: 'a program of the same series', programIds: ['p1', 'p1b'], to: 'p1b', way: ['p1b'] },
    { what: 'back over one other series', programIds: ['p3'], to: 'p2', way: ['p2', 'p3'] },
    { what: 'back over several', programIds: ['p4', 'p5'], to: 'p2b', way: ['p2b', 'p3', 'p4'] },
  ])('finds $what', ({ programIds, to, way }) => {
    expect(circleOf({ programIds, to }, chain)).toEqual(way);
  });

  it.each([
    { what: 'a chain that ends', programIds: ['p1'], to: 'p2' },
    { what: 'a program in no series that promotes', programIds: ['p3'], to: 'p9' },
  ])('allows $what', ({ programIds, to }) => {
    expect(circleOf({ programIds, to }, chain)).toBeUndefined();
  });
});
