import type { CreateSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { draftOf } from '../domain/series-draft.js';
import { insertSeries } from '../out/postgres/series.js';
import type { AppContext } from './context.js';
import { checkDraft } from './draft-checks.js';

/**
 * Makes a draft (domain.md 3.1, 3.3), which nobody but its brand's admins sees, so there is nothing to wait for.
 * @throws DomainError `invalid_input`, `not_found` (program)
 */
export async function createSeries(
  app: AppContext,
  caller: Caller,
  input: CreateSeries,
): Promise<CommandAnswer<{ id: string }>> {
  const { brandId } = caller;
  const now = app.clock();
  const draft = draftOf(input, newId);
  const id = newId();
  return await app.commands.run(caller, async sql => {
    await checkDraft(sql, brandId, draft);
    await insertSeries(sql, brandId, id, draft, now.toISOString());
    await recordAudit(sql, 'milestones', caller, commandCause(brandId, now), {
      action: 'series.create',
      target: { kind: 'series', id },
      after: draft,
      at: now,
    });
    return { body: { id }, mark: null };
  });
}
