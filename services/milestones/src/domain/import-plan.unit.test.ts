import type { CreateAmbassador } from '@cairn/contracts/http/ambassador';
import { describe, expect, it } from '@jest/globals';
import type { Ambassador } from './ambassador.js';
import { planImport } from './import-plan.js';

const now = '2026-11-01T10:00:00.000Z';
const ada: Ambassador = {
  id: 'ada',
  externalId: 'cust-1',
  name: 'Ada',
  email: 'ada@example.com',
  code: 'ADA7QF2',
  timezone: null,
  locale: null,
  address: null,
  memberships: [{ programId: 'p1', from: '2026-01-01T00:00:00.000Z', to: null }],
};
const lineOfAda: CreateAmbassador = {
  externalId: 'cust-1',
  name: 'Ada',
  email: 'ada@example.com',
  programId: 'p1',
};

function plan(lines: readonly CreateAmbassador[], known: readonly Ambassador[] = [ada]) {
  let made = 0;
  return planImport(
    lines.map((fields, index) => ({ index, fields })),
    {
      known,
      programs: new Set(['p1', 'p2']),
      now,
      newId: () => `new-${++made}`,
      newCode: () => `CODE${++made}`,
    },
  );
}

const bob: CreateAmbassador = {
  externalId: 'cust-2',
  name: 'Bob',
  email: 'Bob@Example.com',
  programId: 'p1',
};

describe('planImport', () => {
  it('1.3 makes who is new, e-mail folded, a member from joinedAt or from now', () => {
    const { created, updated } = plan([
      bob,
      { ...bob, externalId: 'cust-3', email: 'c@example.com', joinedAt: '2025-01-01T00:00:00+01:00' },
    ]);
    expect(updated).toBe(0);
    expect(created.map(person => [person.email, person.memberships])).toEqual([
      ['bob@example.com', [{ programId: 'p1', from: now, to: null }]],
      ['c@example.com', [{ programId: 'p1', from: '2024-12-31T23:00:00.000Z', to: null }]],
    ]);
  });

  it('changes nothing where nothing differs, and counts the line as updated', () => {
    expect(plan([lineOfAda, { ...lineOfAda, email: 'ADA@example.com' }])).toEqual({
      created: [],
      changed: [],
      updated: 2,
      rejected: [],
      ambassadorIds: new Map([
        [0, 'ada'],
        [1, 'ada'],
      ]),
    });
  });

  it('1.3 finds by externalId, else by e-mail', () => {
    const { changed } = plan([{ ...lineOfAda, email: 'ada@new.example' }]);
    expect(changed).toMatchObject([{ id: 'ada', email: 'ada@new.example' }]);
    const { externalId: _, ...byEmail } = lineOfAda;
    expect(plan([{ ...byEmail, name: 'Ada L.' }]).changed).toMatchObject([
      { id: 'ada', externalId: 'cust-1', name: 'Ada L.' },
    ]);
  });

  it('1.3 gives an externalId to somebody who had none', () => {
    const without = { ...ada, externalId: null };
    expect(plan([lineOfAda], [without]).changed).toMatchObject([{ id: 'ada', externalId: 'cust-1' }]);
  });

  it('a later line of one call changes what an earlier one made', () => {
    const { created, updated } = plan([bob, { ...bob, name: 'Robert' }]);
    expect(created).toMatchObject([{ name: 'Robert' }]);
    expect(updated).toBe(1);
  });

  it.each<{ why: string; line: CreateAmbassador; code: string; path: string }>([
    { why: 'an unknown program', line: { ...bob, programId: 'p9' }, code: 'not_found', path: 'programId' },
    {
      why: '1.2 a move',
      line: { ...lineOfAda, programId: 'p2' },
      code: 'already_in_program',
      path: 'programId',
    },
    {
      why: '1.3 an e-mail of another externalId',
      line: { ...bob, email: 'ada@example.com' },
      code: 'duplicate_email',
      path: 'email',
    },
    { why: '1.3 a code of another', line: { ...bob, code: 'ada7qf2' }, code: 'duplicate_code', path: 'code' },
    {
      why: '1.4 a future joinedAt',
      line: { ...bob, joinedAt: '2026-11-01T10:00:00.001Z' },
      code: 'invalid_input',
      path: 'joinedAt',
    },
    {
      why: 'another joinedAt than theirs',
      line: { ...lineOfAda, joinedAt: now },
      code: 'invalid_input',
      path: 'joinedAt',
    },
  ])('rejects $why, alone', ({ line, code, path }) => {
    const { rejected, created } = plan([line, { ...bob, externalId: 'cust-3', email: 'c@example.com' }]);
    expect(rejected).toMatchObject([{ index: 0, code, errors: [{ path }] }]);
    expect(created).toHaveLength(1);
  });

  it('1.3 rejects, in one call, an e-mail or code that an earlier line took or gave up', () => {
    const took = plan([bob, { ...bob, externalId: 'cust-3' }]);
    expect(took.rejected).toMatchObject([{ index: 1, code: 'duplicate_email' }]);
    const { externalId: _, ...somebody } = bob;
    const gaveUp = plan([
      { ...lineOfAda, email: 'ada@new.example' },
      { ...somebody, email: 'ada@example.com' },
    ]);
    expect(gaveUp.rejected).toMatchObject([{ index: 1, code: 'duplicate_email' }]);
    expect(gaveUp.changed).toMatchObject([{ id: 'ada', email: 'ada@new.example' }]);
  });
});
