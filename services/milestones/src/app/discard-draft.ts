import type { SeriesView } from '@cairn/contracts/http/series';
import { recordAudit } from '@cairn/service-kit/audit';
import { DomainError } from '@cairn/service-kit/domain-error';
import { commandCause } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { lockSeries, saveDraft, selectSeries } from '../out/postgres/series.js';
import type { AppContext } from './context.js';
import { checkRevision, found } from './preconditions.js';
import { viewOf } from './series-view.js';

/**
 * Gives the draft of a published series up (domain.md 3.8); what is published stays. A second time changes nothing.
 * @throws DomainError `not_found`, `stale`, `series_not_published`
 */
export async function discardDraft(
  app: AppContext,
  caller: Caller,
  id: string,
  expectedRevision: number | null,
): Promise<CommandAnswer<SeriesView>> {
  const { brandId } = caller;
  const now = app.clock();
  const at = now.toISOString();
  return await inTransaction(app.db, async sql => {
    const before = found(await lockSeries(sql, brandId, id, at), 'series');
    checkRevision(before.revision, expectedRevision);
    if (before.version === 0)
      throw new DomainError(
        'series_not_published',
        'The series was never published, so there is nothing to go back to: edit it instead.',
      );
    if (before.draft === null) return { body: viewOf(before), mark: null };
    await saveDraft(sql, brandId, id, null, at);
    await recordAudit(sql, 'milestones', caller, commandCause(brandId, now), {
      action: 'series.discard_draft',
      target: { kind: 'series', id },
      before: before.draft,
      at: now,
    });
    return { body: viewOf(found(await selectSeries(sql, brandId, id, at), 'series')), mark: null };
  });
}
