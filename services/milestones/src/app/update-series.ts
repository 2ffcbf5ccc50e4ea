import { isDeepStrictEqual } from 'node:util';
import type { SeriesView, UpdateSeries } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause, newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { editDraft } from '../domain/series-draft.js';
import { lockSeries, saveDraft, selectSeries } from '../out/postgres/series.js';
import type { AppContext } from './context.js';
import { checkDraft } from './draft-checks.js';
import { checkRevision, found } from './preconditions.js';
import { viewOf } from './series-view.js';

/**
 * Changes a draft's fields that are given; tiers as a whole, those with an id keep it.
 * @throws DomainError `not_found`, `stale`, `series_not_draft`, `invalid_input`
 */
export async function updateSeries(
  app: AppContext,
  caller: Caller,
  id: string,
  edit: UpdateSeries,
  expectedRevision: number | null,
): Promise<CommandAnswer<SeriesView>> {
  const { brandId } = caller;
  const now = app.clock();
  const at = now.toISOString();
  return await inTransaction(app.db, async sql => {
    const before = found(await lockSeries(sql, brandId, id, at), 'series');
    checkRevision(before.revision, expectedRevision);
    if (before.status !== 'draft')
      throw new DomainError('series_not_draft', 'The series is published: only a draft can be edited.');
    const draft = editDraft(before.fields, edit, newId);
    if (isDeepStrictEqual(draft, before.fields)) return { body: viewOf(before), mark: null };
    await checkDraft(sql, brandId, draft);
    await saveDraft(sql, brandId, id, draft, at);
    await recordAudit(sql, 'milestones', caller, commandCause(brandId, now), {
      action: 'series.update',
      target: { kind: 'series', id },
      before: before.fields,
      after: draft,
      at: now,
    });
    return { body: viewOf(found(await selectSeries(sql, brandId, id, at), 'series')), mark: null };
  });
}
