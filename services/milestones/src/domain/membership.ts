import { type Ambassador, presentMembership } from './ambassador.js';

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
