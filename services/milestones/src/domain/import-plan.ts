import type { CreateAmbassador, ImportReport, UpdateAmbassador } from '@cairn/contracts/http/ambassador';
import {
  type Ambassador,
  editAmbassador,
  isFuture,
  isSame,
  joinedAt,
  newAmbassador,
  presentMembership,
} from './ambassador.js';
import { AmbassadorRoll } from './ambassador-roll.js';

export interface ImportLine {
  index: number;
  fields: CreateAmbassador;
}

export interface ImportPlan {
  /** To insert, in the order of the lines. */
  created: Ambassador[];
  /** Known before, with what the lines changed; those that nothing changed are left out. */
  changed: Ambassador[];
  /** How many lines were of somebody known, changed or not. */
  updated: number;
  rejected: ImportReport['rejected'];
  /** Whose each line was, by its index; rejected lines are nobody's. */
  ambassadorIds: Map<number, string>;
}

export interface ImportWorld {
  /** Everybody who has an external id, e-mail or code that a line names. */
  known: readonly Ambassador[];
  /** The ids of the brand's programs, of those that the lines name. */
  programs: ReadonlySet<string>;
  now: string;
  newId: () => string;
  newCode: () => string;
}

type Rejection = Omit<ImportReport['rejected'][number], 'index'>;

/**
 * Judges the lines of one import call in order, as if each came alone: a line is of the ambassador with its
 * `externalId`, else with its e-mail, else of somebody new; so a later line may change what an earlier one made.
 * A key that a line gave up stays taken until the next call.
 */
export function planImport(lines: readonly ImportLine[], world: ImportWorld): ImportPlan {
  const people = new AmbassadorRoll(world.known);
  const before = new Map(world.known.map(person => [person.id, person]));
  const plan: ImportPlan = { created: [], changed: [], updated: 0, rejected: [], ambassadorIds: new Map() };
  for (const { index, fields } of lines) {
    const found = people.find(fields);
    const no = rejection(fields, found, people, world);
    if (no !== null) {
      plan.rejected.push({ index, ...no });
      continue;
    }
    if (found !== undefined) plan.updated++;
    const person =
      found === undefined
        ? newAmbassador(fields, { id: world.newId(), code: people.freeCode(world.newCode), now: world.now })
        : editAmbassador(found, editOf(fields));
    people.put(person);
    plan.ambassadorIds.set(index, person.id);
  }
  for (const person of people.all()) {
    const was = before.get(person.id);
    if (was === undefined) plan.created.push(person);
    else if (!isSame(was, person)) plan.changed.push(person);
  }
  return plan;
}

function rejection(
  fields: CreateAmbassador,
  found: Ambassador | undefined,
  people: AmbassadorRoll,
  world: ImportWorld,
): Rejection | null {
  if (!world.programs.has(fields.programId))
    return because('not_found', 'programId', 'no program of this brand has this id');
  if (isFuture(fields.joinedAt, world.now))
    return because('invalid_input', 'joinedAt', 'must not be in the future');
  const owner = people.emailOwner(fields.email);
  if (owner !== undefined && owner !== found?.id)
    return because('duplicate_email', 'email', 'another ambassador has it');
  const coded = fields.code === undefined ? undefined : people.codeOwner(fields.code);
  if (coded !== undefined && coded !== found?.id)
    return because('duplicate_code', 'code', 'another ambassador has it');
  return found === undefined ? null : rejectionOfKnown(fields, found);
}

function rejectionOfKnown(fields: CreateAmbassador, found: Ambassador): Rejection | null {
  if (fields.externalId !== undefined && found.externalId !== null && fields.externalId !== found.externalId)
    return because('duplicate_email', 'email', `is the e-mail of externalId ${found.externalId}`);
  const present = presentMembership(found);
  if (present?.programId !== fields.programId)
    return because(
      'already_in_program',
      'programId',
      present === undefined
        ? 'they have left: an import does not bring them back'
        : `they are in program ${present.programId}: an import does not move them`,
    );
  if (fields.joinedAt !== undefined && new Date(fields.joinedAt).toISOString() !== joinedAt(found))
    return because('invalid_input', 'joinedAt', `they joined at ${joinedAt(found)}, which stays`);
  return null;
}

function because(code: string, path: string, message: string): Rejection {
  return { code, errors: [{ path, message }] };
}

function editOf({ programId: _, joinedAt: __, ...edit }: CreateAmbassador): UpdateAmbassador {
  return edit;
}
