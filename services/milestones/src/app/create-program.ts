import type { CreateProgram } from '@cairn/contracts/http/program';
import { recordAudit } from '@cairn/service-kit/audit';
import { publishCatalog } from '@cairn/service-kit/catalog/publish';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { isBrandKnown } from '../out/postgres/brands.js';
import { insertProgram } from '../out/postgres/programs.js';
import { programChange } from './catalog.js';
import type { AppContext } from './context.js';

/**
 * Makes a program (domain.md 1.1).
 * @throws DomainError `unavailable` while the brand's own creation has not come through catalog.brands.
 */
export async function createProgram(
  app: AppContext,
  caller: Caller,
  input: CreateProgram,
): Promise<CommandAnswer<{ id: string }>> {
  const { brandId } = caller;
  const now = app.clock();
  const cause = commandCause(brandId, now);
  return await app.commands.run(caller, async sql => {
    if (!(await isBrandKnown(sql, brandId)))
      throw new DomainError('unavailable', 'The brand is new and not known here yet: try again in a moment.');
    const program = { id: newId(), ...input, revision: 1 };
    await insertProgram(sql, brandId, program, now.toISOString());
    const changes = [programChange(brandId, program)];
    const mark = await publishCatalog(sql, 'milestones', 'catalogPrograms', cause, now, changes);
    const target = { kind: 'program', id: program.id };
    await recordAudit(sql, 'milestones', caller, cause, {
      action: 'program.create',
      target,
      after: input,
      at: now,
    });
    return { body: { id: program.id }, mark };
  });
}
