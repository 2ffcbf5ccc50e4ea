import { type Ambassador, type Membership, presentMembership } from './ambassador.js';

/**
 * The ambassador moved from one of a series' programs into another by a promotion (3.7): one membership ends and the
 * next begins at the same instant (1.2).
 * @param from the programs of the series that promotes.
 * @param at RFC 3339: the instant at which the promotion is recorded; a membership that begins there or later lasts a
 *   millisecond, since none is empty.
 * @returns undefined where they are not moved: they left, or an admin moved them meanwhile.
 */
export function promoted<Person extends Ambassador>(
  person: Person,
  from: readonly string[],
  to: string,
  at: string,
): Person | undefined {
  const present = presentMembership(person);
  if (present === undefined || present.programId === to || !from.includes(present.programId))
    return undefined;
  const instant = new Date(Math.max(Date.parse(at), Date.parse(present.from) + 1)).toISOString();
  return {
    ...person,
    memberships: [
      ...person.memberships.slice(0, -1),
      { ...present, to: instant },
      { programId: to, from: instant, to: null },
    ],
  };
}

/** Why somebody is not moved, with a stable code, the field it is about and what to do. */
export interface MoveRefusal {
  refused: { code: string; path: string; detail: string };
}

/**
 * The ambassador in another program from an instant on, by an admin's hand (1.2, 1.4): one membership ends and the next
 * begins there. Whoever left comes back. From the instant at which the present membership began, its program is replaced:
 * none is empty.
 * @param at RFC 3339; undefined: now.
 */
export function moved<Person extends Ambassador>(
  person: Person,
  programId: string,
  at: string | undefined,
  now: string,
): Person | MoveRefusal {
  const present = presentMembership(person);
  const earliest = present?.from ?? person.memberships.at(-1)!.to!;
  const when = instantOf(at, now, earliest);
  if (typeof when !== 'string') return when;
  if (present?.programId === programId)
    return refuse('already_in_program', 'programId', 'They are in this program already.');
  const next: Membership = { programId, from: when, to: null };
  const before = present === undefined ? person.memberships : person.memberships.slice(0, -1);
  const ended = present === undefined || present.from === when ? [] : [{ ...present, to: when }];
  return { ...person, memberships: [...before, ...ended, next] };
}

/**
 * The ambassador in no program from an instant on (1.2). One who leaves at the instant at which they began was there for a
 * millisecond.
 */
export function left<Person extends Ambassador>(
  person: Person,
  at: string | undefined,
  now: string,
): Person | MoveRefusal {
  const present = presentMembership(person);
  if (present === undefined)
    return refuse('already_left', 'at', 'They are in no program: there is nothing to leave.');
  const when = instantOf(at, now, present.from);
  if (typeof when !== 'string') return when;
  const to = when === present.from ? new Date(Date.parse(when) + 1).toISOString() : when;
  return { ...person, memberships: [...person.memberships.slice(0, -1), { ...present, to }] };
}

/** Never in the future; now, where a clock is behind what it wrote before. */
function instantOf(at: string | undefined, now: string, earliest: string): string | MoveRefusal {
  if (at === undefined) return now < earliest ? earliest : now;
  const when = new Date(at).toISOString();
  if (when > now) return refuse('invalid_input', 'at', 'It cannot be in the future: leave at out for now.');
  if (when < earliest)
    return refuse(
      'move_before_membership',
      'at',
      `Their last membership began or ended at ${earliest}: choose that instant or a later one.`,
    );
  return when;
}

function refuse(code: string, path: string, detail: string): MoveRefusal {
  return { refused: { code, path, detail } };
}
