import { isDeepStrictEqual } from 'node:util';
import type { UpdateProgram } from '@cairn/contracts/http/program';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { lockProgram, type Program, updateProgramRow } from '../out/postgres/programs.js';
import { programChange } from './catalog.js';
import type { AppContext } from './context.js';
import { checkRevision, found } from './preconditions.js';

/**
 * Changes the fields that are given; where nothing differs, nothing is written or published.
 * @throws DomainError `not_found`, `stale`
 */
export async function updateProgram(
  app: AppContext,
  caller: Caller,
  id: string,
  edit: UpdateProgram,
  expectedRevision: number | null,
): Promise<CommandAnswer<Program>> {
  const { brandId } = caller;
  const now = app.clock();
  const cause = commandCause(brandId, now);
  return await inTransaction(app.db, async sql => {
    const before = found(await lockProgram(sql, brandId, id), 'program');
    checkRevision(before.revision, expectedRevision);
    const wanted = { ...before, ...given(edit) };
    if (isDeepStrictEqual(before, wanted)) return { body: before, mark: null };
    const after = await updateProgramRow(sql, brandId, wanted, now.toISOString());
    const changes = [programChange(brandId, after)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogPrograms', cause, now, changes);
    const target = { kind: 'program', id };
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'program.update',
      target,
      before,
      after,
      at: now,
    });
    return { body: after, mark };
  });
}

function given(edit: UpdateProgram): UpdateProgram {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
}
