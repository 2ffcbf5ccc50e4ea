import type { AmbassadorDetail, LeaveProgram, MoveAmbassador } from '@cairn/contracts/http/ambassador';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { left, type MoveRefusal, moved } from '../domain/membership.js';
import { lockAmbassador, type StoredAmbassador, touchAmbassadors } from '../out/postgres/ambassadors.js';
import { replaceMemberships } from '../out/postgres/memberships.js';
import { programNames } from '../out/postgres/programs.js';
import { detailOf } from './ambassador-item.js';
import { ambassadorChange } from './catalog.js';
import type { AppContext } from './context.js';
import { checkRevision, found } from './preconditions.js';

type Decision = (sql: Sql, person: StoredAmbassador, now: string) => Promise<StoredAmbassador | MoveRefusal>;

/**
 * Moves an ambassador into another program, or brings one back who left (domain.md 1.2, 1.4). What was judged stays; what
 * happened before the instant belongs to the old program, whenever it arrives.
 * @throws DomainError `not_found` (ambassador, program), `stale`, `invalid_input`, `already_in_program`,
 *   `move_before_membership`
 */
export async function moveAmbassador(
  app: AppContext,
  caller: Caller,
  id: string,
  { programId, at }: MoveAmbassador,
  expectedRevision: number | null,
): Promise<CommandAnswer<AmbassadorDetail>> {
  return await change(app, caller, id, 'ambassador.move', expectedRevision, async (sql, person, now) => {
    found((await programNames(sql, caller.brandId, [programId]))[0], 'program');
    return moved(person, programId, at, now);
  });
}

/**
 * Ends an ambassador's membership (domain.md 1.2); they keep their points and medals, and may come back by a move.
 * @throws DomainError `not_found`, `stale`, `invalid_input`, `already_left`, `move_before_membership`
 */
export async function leaveProgram(
  app: AppContext,
  caller: Caller,
  id: string,
  { at }: LeaveProgram,
  expectedRevision: number | null,
): Promise<CommandAnswer<AmbassadorDetail>> {
  return await change(app, caller, id, 'ambassador.leave', expectedRevision, async (_, person, now) =>
    left(person, at, now),
  );
}

async function change(
  app: AppContext,
  caller: Caller,
  id: string,
  action: string,
  expectedRevision: number | null,
  decide: Decision,
): Promise<CommandAnswer<AmbassadorDetail>> {
  const { brandId } = caller;
  return await app.commands.run(caller, async sql => {
    const before = found(await lockAmbassador(sql, brandId, id), 'ambassador');
    checkRevision(before.revision, expectedRevision);
    // Only now: whoever was waited for moved them at an earlier instant.
    const now = app.clock();
    const at = now.toISOString();
    const decided = await decide(sql, before, at);
    if ('refused' in decided) {
      const { code, detail, path } = decided.refused;
      throw new DomainError(code, detail, [{ path, message: detail }]);
    }
    await replaceMemberships(sql, brandId, decided);
    await touchAmbassadors(sql, brandId, [id], at);
    const after = { ...decided, revision: before.revision + 1 };
    const cause = commandCause(brandId, now);
    await recordAudit(sql, 'milestones', caller, cause, {
      action,
      target: { kind: 'ambassador', id },
      before: { memberships: before.memberships },
      after: { memberships: after.memberships },
      at: now,
    });
    const changes = [ambassadorChange(app, brandId, after)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogAmbassadors', cause, now, changes);
    return { body: detailOf(app, after), mark };
  });
}
