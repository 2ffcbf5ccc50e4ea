import type { CreateAmbassador, createdAmbassador } from '@cairn/contracts/http/ambassador';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { z } from 'zod';
import { type Ambassador, isFuture, newAmbassador } from '../domain/ambassador.js';
import { insertAmbassadors } from '../out/postgres/ambassadors.js';
import { insertMemberships } from '../out/postgres/memberships.js';
import { programNames } from '../out/postgres/programs.js';
import { audited } from './audited-ambassador.js';
import { ambassadorChange } from './catalog.js';
import { type AppContext, linkOf } from './context.js';
import { duplicateOf } from './duplicates.js';
import { newCode } from './new-code.js';
import { found } from './preconditions.js';

/** Codes drawn before giving up: with a million of 10^11 taken, a second one is already rare. */
const draws = 5;

type CreatedAmbassador = z.infer<typeof createdAmbassador>;

/**
 * Enrols somebody in a program (domain.md 1.2, 1.3) from `joinedAt` (default: now), with a code of their own or a
 * generated one.
 * @throws DomainError `not_found` (program), `invalid_input` (a future joinedAt), `duplicate_external_id`,
 *   `duplicate_email`, `duplicate_code`
 */
export async function createAmbassador(
  app: AppContext,
  caller: Caller,
  input: CreateAmbassador,
): Promise<CommandAnswer<CreatedAmbassador>> {
  const now = app.clock();
  if (isFuture(input.joinedAt, now.toISOString()))
    throw new DomainError('invalid_input', 'A membership cannot begin in the future.', [
      { path: 'joinedAt', message: 'must not be in the future' },
    ]);
  for (let draw = 1; ; draw++) {
    const given = { id: newId(), code: newCode(), now: now.toISOString() };
    try {
      return await enrol(app, caller, newAmbassador(input, given), now);
    } catch (error) {
      const duplicate = duplicateOf(error);
      const drawAgain = duplicate?.code === 'duplicate_code' && input.code === undefined && draw < draws;
      if (!drawAgain) throw duplicate ?? error;
    }
  }
}

async function enrol(
  app: AppContext,
  caller: Caller,
  person: Ambassador,
  now: Date,
): Promise<CommandAnswer<CreatedAmbassador>> {
  const { brandId } = caller;
  const cause = commandCause(brandId, now);
  return await app.commands.run(caller, async sql => {
    const programId = person.memberships[0]!.programId;
    found((await programNames(sql, brandId, [programId]))[0], 'program');
    await insertAmbassadors(sql, brandId, [person], now.toISOString());
    await insertMemberships(sql, brandId, [person]);
    const changes = [ambassadorChange(app, brandId, person)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogAmbassadors', cause, now, changes);
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'ambassador.create',
      target: { kind: 'ambassador', id: person.id },
      after: audited(person),
      at: now,
    });
    return { body: { id: person.id, code: person.code, link: linkOf(app, person.code) }, mark };
  });
}
